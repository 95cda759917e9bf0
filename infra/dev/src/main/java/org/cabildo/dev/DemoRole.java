package org.cabildo.dev;

/** What a demo person may do, in the words of both languages. */
public enum DemoRole {
    NATIONAL_COORDINATOR("Coordinación nacional", "National coordinator"),
    ADMINISTRATOR("Administración", "Administrator"),
    EDITOR("Edición", "Editor"),
    APPROVER("Aprobación", "Approver"),
    READER("Lectura", "Reader");

    private final String spanish;
    private final String english;

    DemoRole(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    public String spanish() {
        return spanish;
    }

    public String english() {
        return english;
    }
}
