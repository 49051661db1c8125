package org.isnad.article.formats;

import java.io.IOException;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Opens a PDF so that whatever is read of it counts, what is encrypted without a password included. */
final class LimitedPdf extends PDFParser {
    private final PdfLimits limits;

    private LimitedPdf(byte[] bytes, PdfLimits limits) throws IOException {
        super(new TimedBytes(bytes, limits), "", null, null, IOUtils.createMemoryOnlyStreamCache());
        this.limits = limits;
    }

    static PDDocument open(byte[] bytes, PdfLimits limits) throws IOException {
        PdfTokens tokens = new PdfTokens();
        tokens.add(bytes, 0, bytes.length);
        limits.keptTokens(tokens.count());
        return new LimitedPdf(bytes, limits).parse();
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary about) throws IOException {
        return new LimitedStream(super.parseCOSStream(about), limits);
    }

    /** A damaged file may be searched through again and again. */
    private static final class TimedBytes extends RandomAccessReadBuffer {
        private final PdfLimits limits;

        TimedBytes(byte[] bytes, PdfLimits limits) {
            super(bytes);
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            limits.step();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            limits.step();
            return super.read(bytes, from, length);
        }
    }
}
