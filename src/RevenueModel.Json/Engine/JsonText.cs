using System.Text;

namespace RevenueModel.Json;

/// <summary>Finds places in a text of bytes.</summary>
internal static class JsonText
{
    /// <summary>Returns the line and the column of a place, both from one. A column counts characters.</summary>
    public static (long Line, long Column) PlaceOf(ReadOnlySpan<byte> text, long offset)
    {
        ReadOnlySpan<byte> before = text[..(int)Math.Clamp(offset, 0, text.Length)];
        int start = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }

    /// <summary>Returns the offset of a byte in a line, both from zero.</summary>
    public static long OffsetOf(ReadOnlySpan<byte> text, long line, long place)
    {
        int start = 0;
        for (long i = 0; i < line; i++)
        {
            int end = text[start..].IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            start += end + 1;
        }

        return Math.Min(start + place, text.Length);
    }
}
