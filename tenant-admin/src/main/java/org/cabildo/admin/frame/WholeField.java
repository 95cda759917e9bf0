package org.cabildo.admin.frame;

import com.vaadin.flow.component.textfield.NumberField;
import org.cabildo.kernel.Refused;

/**
 * A field of a whole number. A fraction stays as it was typed and is told: a field that drops the comma makes 75 of 7,5.
 */
public final class WholeField extends NumberField {

    /** A browser of another language swallows the comma, and 7,5 would be 75: it is a point then, and is told. */
    private static final String COMMA = """
            this.addEventListener('keydown', event => {
              const input = this.inputElement;
              if (event.key !== ',' || !input || event.defaultPrevented) return;
              event.preventDefault();
              const before = input.value;
              document.execCommand('insertText', false, ',');
              if (input.value === before && !input.validity.badInput) document.execCommand('insertText', false, '.');
            }, true);
            """;

    /** What no rule takes. */
    private static final int NOTHING = -1;

    WholeField(String label) {
        super(label);
        setManualValidation(true);
        setStepButtonsVisible(true);
        setAllowedCharPattern("[-0-9.,]"); // a number field reads 1e3 as a thousand
        setAutoselect(true); // what is typed takes its place and is not put behind it
        getElement().executeJs(COMMA);
    }

    /**
     * The number that stands there; one that no rule takes if nothing does.
     *
     * @throws Refused if what stands there is no whole number
     */
    public int whole() {
        var number = getValue();
        if (number == null
                ? !getElement().getProperty("_inputElementValue", "").isEmpty()
                : number != Math.rint(number)) {
            throw new Refused("number.whole", "Give a whole number, without decimals.");
        }
        return number == null ? NOTHING : number.intValue();
    }

    /** Puts a number there. */
    public void setWhole(int number) {
        setValue((double) number);
    }
}
