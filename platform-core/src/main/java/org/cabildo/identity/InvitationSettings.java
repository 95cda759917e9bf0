package org.cabildo.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are invited.
 *
 * @param days how long a link works
 * @param perDay how many letters of invitation a tenant may write in 24 hours
 * @param officeAddress of the back office as people's browsers write it
 */
@Validated
@ConfigurationProperties("cabildo.invitation")
record InvitationSettings(
        @Min(1) @Max(90) @DefaultValue("7") int days,
        @Min(1) @DefaultValue("200") int perDay,
        @NotBlank String officeAddress) {

    Duration validity() {
        return Duration.ofDays(days);
    }

    String link(InvitationToken token) {
        return office() + "/invitacion/" + token.text();
    }

    /** The back office's address, without a slash at the end whatever was configured. */
    String office() {
        return officeAddress.replaceFirst("/+$", "");
    }
}
