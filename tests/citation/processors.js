// Cites every item of a job with citeproc-js. Run by goldens.py, which says what it needs.
const fs = require("fs");
const path = require("path");
const job = JSON.parse(fs.readFileSync(0, "utf8"));
const CSL = require(path.join(job.citeproc, "citeproc"));

function engine(style, item) {
    const system = {
        retrieveLocale: (name) => {
            const file = path.join(job.locales, `locales-${name}.xml`);
            return fs.readFileSync(fs.existsSync(file) ? file : path.join(job.locales, "locales-en-US.xml"), "utf8");
        },
        retrieveItem: () => structuredClone(item),
    };
    const processor = new CSL.Engine(system, style, "en-US");
    processor.opt.development_extensions.wrap_url_and_doi = false;
    processor.setOutputFormat("text");
    processor.updateItems([item.id]);
    return processor;
}

function cluster(processor, item, locator, before, number) {
    const cited = { id: item.id, ...locator };
    const citation = { citationItems: [cited], properties: { noteIndex: processor.opt.class === "note" ? number : 0 } };
    const [, changed] = processor.processCitationCluster(citation, before, []);
    return [citation.citationID, changed.at(-1)[1]];
}

const cited = {};
for (const [name, file] of Object.entries(job.styles)) {
    const style = fs.readFileSync(file, "utf8");
    for (const { item, locator } of job.items) {
        const processor = engine(style, item);
        const [first, note] = cluster(processor, item, locator, [], 1);
        const [, repeated] = cluster(processor, item, locator, [[first, 1]], 2);
        const bibliography = processor.makeBibliography()[1].join("").trim();
        (cited[item.id] ??= {})[name] = { first: note, repeated, bibliography };
    }
}
process.stdout.write(JSON.stringify(cited));
