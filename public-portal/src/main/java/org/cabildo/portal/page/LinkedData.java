package org.cabildo.portal.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page is, in the words of schema.org, as a block of data that no browser runs. No sign that could end the block
 * or begin anything else stands in it: JSON has another spelling for each.
 */
public final class LinkedData implements Content {

    private final String block;

    private LinkedData(String block) {
        this.block = block;
    }

    static LinkedData of(Map<String, Object> data, JsonMapper json) {
        var harmless = json.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        return new LinkedData("<script type=\"application/ld+json\">" + harmless + "</script>");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(block);
    }
}
