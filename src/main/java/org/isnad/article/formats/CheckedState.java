package org.isnad.article.formats;

import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** As {@link CheckedFont}, where a font comes with other settings. */
final class CheckedState extends SetGraphicsStateParameters {
    CheckedState(PDFStreamEngine context) {
        super(context);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        if (!operands.isEmpty() && operands.get(0) instanceof COSName name) {
            COSDictionary states = getContext().getResources().getCOSObject().getCOSDictionary(COSName.EXT_G_STATE);
            COSDictionary state = states == null ? null : states.getCOSDictionary(name);
            COSArray font = state == null ? null : state.getCOSArray(COSName.FONT);
            if (font != null && font.size() > 0 && font.getObject(0) instanceof COSDictionary settings) {
                CheckedFont.check(settings);
            }
        }
        super.process(operator, operands);
    }
}
