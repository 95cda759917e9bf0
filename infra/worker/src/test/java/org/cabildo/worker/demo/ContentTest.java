package org.cabildo.worker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.cabildo.dev.DemoPeople;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ContentTest {

    private final Content content = Content.read(JsonMapper.builder().build());

    @Test
    void whoTheLocalProviderKnowsWorksWhereItSays() {
        var working = content.governments().stream()
                .flatMap(government -> government.people().stream()
                        .map(person ->
                                person.email() + " " + person.name() + " " + person.role() + " " + government.slug()))
                .collect(Collectors.toSet());

        var known = DemoPeople.all().stream()
                .filter(person -> !person.slug().isEmpty())
                .map(person -> person.email() + " " + person.name() + " " + person.role() + " " + person.slug())
                .collect(Collectors.toSet());

        assertThat(working).isEqualTo(known);
    }

    @Test
    void whatIsPublishedApprovedOrMeasuredIsFictional() {
        assertThat(content.governments())
                .filteredOn(government -> !government.code().startsWith("99"))
                .allSatisfy(government -> assertThat(government.plans()).isEmpty());
        assertThat(content.consortia())
                .filteredOn(consortium -> consortium.plan() != null)
                .allSatisfy(consortium -> assertThat(consortium.members()).allMatch(code -> code.startsWith("99")));
    }

    @Test
    void everyRealFactNamesItsSource() {
        assertThat(content.governments())
                .flatExtracting(Content.Government::facts)
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.source()).isNotBlank());
    }
}
