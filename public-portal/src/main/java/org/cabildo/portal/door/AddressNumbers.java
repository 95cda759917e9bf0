package org.cabildo.portal.door;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A number in an address is written in one way only: a page has one address, not «1», «01», «+1», «0x1» and «1 ». An
 * editor, for Spring reads what a converter refuses once more, leniently.
 */
@ControllerAdvice
class AddressNumbers {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    @InitBinder
    void strictly(WebDataBinder binder) {
        binder.registerCustomEditor(int.class, new Strict());
    }

    private static final class Strict extends PropertyEditorSupport {

        @Override
        public void setAsText(String written) {
            if (!NUMBER.matcher(written).matches()) {
                throw new IllegalArgumentException("No number of a page");
            }
            setValue(Integer.valueOf(written));
        }
    }
}
