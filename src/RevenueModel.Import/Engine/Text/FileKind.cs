using System.Text;

namespace RevenueModel.Import;

/// <summary>Recognizes files that are not CSV by their first bytes, and the encoding of text without a byte order
/// mark.</summary>
internal static class FileKind
{
    /// <summary>The bytes from which the encoding is detected.</summary>
    private const int EncodingSample = 4096;

    /// <summary>Refuses a file that is not text.</summary>
    /// <param name="head">The first bytes of the file.</param>
    /// <exception cref="ImportException">The file is a workbook, an archive, a web page or JSON.</exception>
    public static void RequireText(ReadOnlySpan<byte> head)
    {
        if (NotCsv(head) is { } kind)
        {
            throw new ImportException(Invariant($"The file is {kind}; a CSV file is expected."));
        }
    }

    /// <summary>Returns the encoding of a text without a byte order mark if every second of its first bytes is zero,
    /// or null.</summary>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> head)
    {
        if (HasByteOrderMark(head))
        {
            return null;
        }

        ReadOnlySpan<byte> sample = head[..Math.Min(head.Length, EncodingSample)];
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        int pairs = sample.Length / 2;
        if (pairs < 2 || (even * 4 < pairs && odd * 4 < pairs))
        {
            return null;
        }

        return odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    /// <summary>Returns the name of the encoding with which a text is read.</summary>
    public static string NameOfEncoding(ReadOnlySpan<byte> head, Encoding? encoding) => head switch
    {
        [0xFF, 0xFE, 0, 0, ..] => "utf-32",
        [0xFF, 0xFE, ..] => "utf-16",
        [0xFE, 0xFF, ..] => "utf-16BE",
        _ => encoding?.WebName ?? "utf-8",
    };

    private static bool HasByteOrderMark(ReadOnlySpan<byte> head) => head is
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..];

    private static string? NotCsv(ReadOnlySpan<byte> head)
    {
        switch (head)
        {
            case [(byte)'P', (byte)'K', 3, 4, ..]:
                return head.IndexOf("xl/"u8) >= 0 || head.IndexOf("[Content_Types].xml"u8) >= 0
                    ? "an Excel workbook (.xlsx); save it as CSV in Excel"
                    : "a zip archive; extract the CSV file in it";
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                return "an old Excel workbook (.xls); save it as CSV in Excel";
            case [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]:
                return "a PDF document";
        }

        ReadOnlySpan<byte> text = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        return StartsWith(text, "<!doctype"u8) || StartsWith(text, "<html"u8) || StartsWith(text, "<table"u8)
            || StartsWith(text, "<?xml"u8)
                ? "a web page or XML, as some systems export with the name .xls; open it in a spreadsheet and save it "
                    + "as CSV"
            : text is [(byte)'{', ..] or [(byte)'[', (byte)'{' or (byte)'[' or (byte)'\n' or (byte)'\r', ..]
                ? "JSON"
                : null;
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start);
}
