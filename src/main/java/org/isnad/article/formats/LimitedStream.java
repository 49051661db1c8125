package org.isnad.article.formats;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * A stream of a PDF that unpacks no more than {@link PdfLimits} allow. PDFBox sets no limit to what a stream unpacks to, and has
 * all of it in memory.
 */
final class LimitedStream extends COSStream {
    /** Those that unpack anything but pictures, also by their short names. */
    private static final Set<String> FILTERS = Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "ASCIIHexDecode", "AHx",
            "ASCII85Decode", "A85", "RunLengthDecode", "RL", "Crypt");
    private static final int MOST_FILTERS = 8;
    /** In bits: PDFBox makes room for a row before there is one. */
    private static final long WIDEST_ROW = 8L * 1024 * 1024;

    private final COSStream packed;
    private final PdfLimits limits;

    LimitedStream(COSStream packed, PdfLimits limits) {
        this.packed = packed;
        this.limits = limits;
        addAll(packed);
        setKey(packed.getKey());
    }

    @Override
    public InputStream createRawInputStream() throws IOException {
        return packed.createRawInputStream();
    }

    /** What was encrypted is put here when it is not any more. */
    @Override
    public OutputStream createRawOutputStream() throws IOException {
        return packed.createRawOutputStream();
    }

    @Override
    public boolean hasData() {
        return packed.hasData();
    }

    @Override
    public COSInputStream createInputStream() throws IOException {
        return unpacked().createInputStream();
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
        return unpacked().createInputStream();
    }

    @Override
    public RandomAccessRead createView() throws IOException {
        return unpacked().createView();
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    /** Always a list: the contents of a page that have a single filter PDFBox would unpack as it reads them, past this class. */
    @Override
    public COSBase getFilters() {
        COSBase filters = super.getFilters();
        return filters instanceof COSName ? new COSArray(List.of(filters)) : filters;
    }

    private COSStream unpacked() throws IOException {
        limits.check();
        List<COSName> filters = filters();
        PdfTokens tokens = new PdfTokens();
        COSStream last = packed;
        for (int i = 0; i < filters.size(); i++) {
            COSStream next = new COSStream();
            try (InputStream from = last.createRawInputStream(); OutputStream to = new Limited(next)) {
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(from, to, this, i);
            }
            last = next;
        }
        COSStream whole = new COSStream();
        try (InputStream from = last.createRawInputStream(); OutputStream to = new Limited(whole)) {
            byte[] bytes = CharacterMaps.spelledOut(from.readAllBytes(), limits);
            tokens.add(bytes, 0, bytes.length);
            limits.tokens(tokens.count());
            to.write(bytes);
        }
        if (containsKey(COSName.N) && containsKey(COSName.FIRST)) {
            limits.keptTokens(tokens.count());
        }
        return whole;
    }

    private List<COSName> filters() throws IOException {
        COSBase filters = getFilters();
        List<COSName> names = filters instanceof COSArray several ? names(several) : List.of();
        if (names.size() > MOST_FILTERS || !names.stream().map(COSName::getName).allMatch(FILTERS::contains)) {
            throw new IOException("a stream is packed in a way that words are not");
        }
        COSBase parameters = getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        checkRow(parameters);
        if (parameters instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                checkRow(several.getObject(i));
            }
        }
        return names;
    }

    private static List<COSName> names(COSArray filters) throws IOException {
        List<COSName> names = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            if (!(filters.getObject(i) instanceof COSName name)) {
                throw new IOException("a filter has no name");
            }
            names.add(name);
        }
        return names;
    }

    private void checkRow(COSBase parameters) throws TooLargeException {
        if (parameters instanceof COSDictionary row) {
            limits.refuse(Math.abs((long) row.getInt(COSName.COLUMNS, 1)) * Math.abs(row.getInt(COSName.COLORS, 1))
                    * Math.abs(row.getInt(COSName.BITS_PER_COMPONENT, 8)) > WIDEST_ROW);
        }
    }

    private final class Limited extends FilterOutputStream {
        private long written;

        Limited(COSStream to) throws IOException {
            super(to.createRawOutputStream());
        }

        @Override
        public void write(int one) throws IOException {
            limits.unpacked(1, ++written);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            written += length;
            limits.unpacked(length, written);
            out.write(bytes, from, length);
        }
    }
}
