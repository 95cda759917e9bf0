package org.cabildo.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class FileSettingsTest {

    @Test
    void aTenantMayHaveLimitsOfItsOwn() {
        var settings = bound(Map.of(
                "cabildo.file.tenants.puertoejemplo.most", "5KB",
                "cabildo.file.tenants.puertoejemplo.quota", "6KB",
                "cabildo.file.tenants.renca.most", "1MB",
                "cabildo.file.tenants.renca.quota", "1MB"));

        assertThat(settings.of("puerto-ejemplo").most()).isEqualTo(DataSize.ofKilobytes(5));
        assertThat(settings.of("renca").quota()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(settings.of("maipu"))
                .isEqualTo(new FileSettings.Limits(DataSize.ofMegabytes(20), DataSize.ofGigabytes(2)));
    }

    @Test
    void limitsThatContradictEachOtherAreRefusedAtTheStart() {
        for (var most : new String[] {"0", "3GB", "201MB"}) {
            assertThatThrownBy(() -> bound(Map.of("cabildo.file.most", most)))
                    .as(most)
                    .rootCause()
                    .hasMessageContaining("The largest file has from one byte to 200 MB");
        }
    }

    @Test
    void aBucketWithoutKeysIsRefusedAtTheStartAndNoBucketNeedsNone() {
        assertThat(bound(Map.of("cabildo.file.s3.bucket", "", "cabildo.file.s3.endpoint", ""))
                        .s3())
                .satisfies(s3 -> assertThat(s3.endpoint()).isNull());
        assertThatThrownBy(() -> bound(Map.of("cabildo.file.s3.bucket", "archivos")))
                .rootCause()
                .hasMessageContaining("needs an access key and a secret key");
    }

    @Test
    void theKeyOfABucketIsInNoLog() {
        var s3 = new FileSettings.S3(null, "us-east-1", "archivos", "quien", "secreto");

        assertThat(s3.toString()).doesNotContain("quien", "secreto");
    }

    private static FileSettings bound(Map<String, String> said) {
        var source = new MapConfigurationPropertySource(said);
        source.put("cabildo.file.folder", "archivos");
        return new Binder(source)
                .bind("cabildo.file", Bindable.of(FileSettings.class))
                .get();
    }
}
