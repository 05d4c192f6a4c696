"""factcli: look up facts and cite them."""

__version__ = "0.1.0"
