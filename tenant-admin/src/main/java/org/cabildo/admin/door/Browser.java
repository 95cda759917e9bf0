package org.cabildo.admin.door;

import java.util.LinkedHashMap;
import java.util.Map;

/** A browser's name and system, as people call them: all that is kept of its long header. */
final class Browser {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static { // the first that is found: most call themselves by older names too
        NAMES.put("Edg", "Edge");
        NAMES.put("OPR/", "Opera");
        NAMES.put("SamsungBrowser/", "Samsung Internet");
        NAMES.put("Firefox/", "Firefox");
        NAMES.put("FxiOS/", "Firefox");
        NAMES.put("CriOS/", "Chrome");
        NAMES.put("Chrome/", "Chrome");
        NAMES.put("Safari/", "Safari");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browser() {}

    /** Names a browser by its {@code User-Agent} header; empty if nobody knows it. */
    static String named(String header) {
        var name = first(NAMES, header);
        var system = first(SYSTEMS, header);
        return name.isEmpty() || system.isEmpty() ? name + system : name + ", " + system;
    }

    private static String first(Map<String, String> words, String header) {
        return words.entrySet().stream()
                .filter(word -> header.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
