package org.cabildo.file;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How many and which files are taken, and where they are kept.
 *
 * @param folder where files lie when there is no bucket
 * @param most the largest file that is taken
 * @param quota all files of a tenant together
 * @param tenants other limits for some tenants, by their short address
 * @param picture what a picture may be
 * @param archive what an office file, which is an archive, may hold
 * @param unused how long a file is kept that nobody refers to
 * @param s3 the bucket instead of a folder; none while its name is empty
 */
@Validated
@ConfigurationProperties("cabildo.file")
public record FileSettings(
        @NotNull Path folder,
        @DefaultValue("20MB") DataSize most,
        @DefaultValue("2GB") DataSize quota,
        @DefaultValue Map<String, @Valid Limits> tenants,
        @Valid @DefaultValue Picture picture,
        @Valid @DefaultValue Archive archive,
        @DefaultValue("24h") Duration unused,
        @Valid @Nullable S3 s3) {

    private static final DataSize LARGEST = DataSize.ofMegabytes(200);

    public FileSettings {
        tenants = Map.copyOf(tenants);
        requireSensible(most, quota);
    }

    /**
     * What one tenant may keep.
     *
     * @param most the largest file
     * @param quota all files together
     */
    public record Limits(@NotNull DataSize most, @NotNull DataSize quota) {

        public Limits {
            requireSensible(most, quota);
        }
    }

    /**
     * What a picture may be.
     *
     * @param pixels width times height; about six bytes of memory are needed for each while it is redrawn
     */
    public record Picture(
            @Min(1) @Max(200_000_000) @DefaultValue("40000000")
            long pixels) {}

    /**
     * What an office file may hold.
     *
     * @param entries how many parts
     * @param total all parts unpacked
     * @param ratio how many times larger than packed a part may unpack
     */
    public record Archive(
            @Min(1) @DefaultValue("2000") int entries,
            @DefaultValue("200MB") DataSize total,
            @Min(1) @DefaultValue("200") int ratio) {}

    /**
     * A bucket.
     *
     * @param endpoint address of the service; none: Amazon's own in the region
     * @param bucket its name; empty: files lie in the folder
     */
    public record S3(
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey) {

        public S3 {
            endpoint = endpoint == null || endpoint.toString().isBlank() ? null : endpoint;
            if (!bucket.isBlank() && (accessKey.isBlank() || secretKey.isBlank())) {
                throw new IllegalArgumentException(
                        "The bucket %s needs an access key and a secret key beside its name".formatted(bucket));
            }
        }

        @Override
        public String toString() {
            return "S3[" + endpoint + " " + bucket + "]";
        }
    }

    /**
     * What a tenant may keep.
     *
     * @param slug its short address; a variable's name can hold no hyphen, so it is left out
     */
    public Limits of(String slug) {
        for (var name : List.of(slug, slug.replace("-", ""))) {
            var own = tenants.get(name);
            if (own != null) {
                return own;
            }
        }
        return new Limits(most, quota);
    }

    private static void requireSensible(DataSize most, DataSize quota) {
        if (most.toBytes() < 1 || most.compareTo(LARGEST) > 0 || most.compareTo(quota) > 0) {
            throw new IllegalArgumentException(
                    "The largest file has from one byte to %d MB, no more than the quota of %s, but was %s"
                            .formatted(LARGEST.toMegabytes(), quota, most));
        }
    }
}
