using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace RevenueModel.Json;

/// <summary>Reads and writes records of RevenueModel as JSON.</summary>
/// <remarks>
/// What was written is read back equal, with all digits. What is read is validated by the rules of the library, so no
/// invalid record is built. Comments and trailing commas are allowed, since files are written by hand too; unknown and
/// repeated members are refused. An error names the path, the value, what is allowed, and the line and the column.
/// </remarks>
public static class RevenueModelJson
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>Gets options for <see cref="JsonSerializer"/> that start from
    /// <see cref="JsonSerializerDefaults.Strict"/> and know the types of RevenueModel.</summary>
    /// <remarks>Read-only. For types of your own take
    /// <c>new JsonSerializerOptions(JsonSerializerDefaults.Strict).AddRevenueModel()</c>.</remarks>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Reads a record from text.</summary>
    /// <typeparam name="T">The record, or a list of records such as <c>ValueList&lt;Invoice&gt;</c>.</typeparam>
    /// <param name="json">The text.</param>
    /// <param name="limits">The largest size and depth. Default: <see cref="JsonLimits.Default"/>.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonException">The text is not JSON, has another form, exceeds a limit, or states what the
    /// library refuses.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a type of RevenueModel.</exception>
    /// <example><code>
    /// Band&lt;decimal&gt; acv = RevenueModelJson.Read&lt;Band&lt;decimal&gt;&gt;("\"12000-58000\"");
    /// Console.WriteLine(acv); // 12,000-58,000
    /// </code></example>
    public static T Read<T>(string json, JsonLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        byte[] bytes;
        try
        {
            bytes = StrictUtf8.GetBytes(json);
        }
        catch (EncoderFallbackException invalid)
        {
            throw new JsonException(
                Invariant($"$: has half of a surrogate pair at index {invalid.Index}; valid Unicode is expected"),
                invalid);
        }

        return Read<T>(bytes, limits);
    }

    /// <summary>Reads a record from bytes of UTF-8.</summary>
    /// <typeparam name="T">The record, or a list of records such as <c>ValueList&lt;Invoice&gt;</c>.</typeparam>
    /// <param name="utf8Json">The bytes, with or without a byte-order mark.</param>
    /// <param name="limits">The largest size and depth. Default: <see cref="JsonLimits.Default"/>.</param>
    /// <returns>The record.</returns>
    /// <exception cref="JsonException">The text is not JSON, has another form, exceeds a limit, or states what the
    /// library refuses.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a type of RevenueModel.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json, JsonLimits? limits = null)
    {
        limits ??= JsonLimits.Default;
        Shape<T> shape = AllShapes.Table.Find<T>();
        if (utf8Json.Length > limits.MaxBytes)
        {
            throw TooLarge(limits);
        }

        if (utf8Json.StartsWith("\uFEFF"u8))
        {
            utf8Json = utf8Json[3..];
        }

        try
        {
            var reader = new Utf8JsonReader(utf8Json, limits.ReaderOptions);
            Tokens.Next(ref reader);
            T value = shape.Read(ref reader);
            _ = reader.Read(); // refuses what follows the value
            return value;
        }
        catch (JsonException error)
        {
            throw Placed(ShapeException.Of(error), utf8Json);
        }
    }

    /// <summary>Reads a record from a stream of UTF-8, to its end.</summary>
    /// <typeparam name="T">The record, or a list of records such as <c>ValueList&lt;Invoice&gt;</c>.</typeparam>
    /// <param name="utf8Json">The stream. It stays open.</param>
    /// <param name="limits">The largest size and depth. Default: <see cref="JsonLimits.Default"/>.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="JsonException">The text is not JSON, has another form, exceeds a limit, or states what the
    /// library refuses.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a type of RevenueModel.</exception>
    public static T Read<T>(Stream utf8Json, JsonLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        limits ??= JsonLimits.Default;
        using var buffer = new MemoryStream();
        byte[] block = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (utf8Json.Read(block) is > 0 and var count)
            {
                buffer.Write(block.AsSpan(0, count));
                if (buffer.Length > limits.MaxBytes)
                {
                    throw TooLarge(limits);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        return Read<T>(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), limits);
    }

    /// <summary>Writes a record as text.</summary>
    /// <typeparam name="T">The record, or a list of records such as <c>ValueList&lt;Invoice&gt;</c>.</typeparam>
    /// <param name="value">The record.</param>
    /// <param name="indented">Whether each member gets a line. Default: one line for all.</param>
    /// <param name="limits">The largest size and depth. Default: <see cref="JsonLimits.Default"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="JsonException">The record exceeds a limit, or has what JSON cannot hold.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a type of RevenueModel.</exception>
    /// <remarks>A member that has its default is left out.</remarks>
    /// <example><code>
    /// string json = RevenueModelJson.Write(Band.Between(12_000m, 58_000m));
    /// Console.WriteLine(json); // {"from":12000,"to":58000}
    /// </code></example>
    public static string Write<T>(T value, bool indented = false, JsonLimits? limits = null) =>
        Encoding.UTF8.GetString(ToBuffer(value, indented, limits).WrittenSpan);

    /// <summary>Writes a record to a stream as UTF-8.</summary>
    /// <typeparam name="T">The record, or a list of records such as <c>ValueList&lt;Invoice&gt;</c>.</typeparam>
    /// <param name="utf8Json">The stream. It stays open.</param>
    /// <param name="value">The record.</param>
    /// <param name="indented">Whether each member gets a line. Default: one line for all.</param>
    /// <param name="limits">The largest size and depth. Default: <see cref="JsonLimits.Default"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="JsonException">The record exceeds a limit, or has what JSON cannot hold. Nothing is
    /// written.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not a type of RevenueModel.</exception>
    public static void Write<T>(Stream utf8Json, T value, bool indented = false, JsonLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        utf8Json.Write(ToBuffer(value, indented, limits).WrittenSpan);
    }

    private static ArrayBufferWriter<byte> ToBuffer<T>(T value, bool indented, JsonLimits? limits)
    {
        ArgumentNullException.ThrowIfNull(value);
        limits ??= JsonLimits.Default;
        Shape<T> shape = AllShapes.Table.Find<T>();
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions
            {
                Encoder = Encoder,
                Indented = indented,
                MaxDepth = limits.MaxDepth,
            });
            shape.Write(writer, value);
        }
        catch (ShapeException error)
        {
            throw new JsonException(error.Message, error.FullPath, lineNumber: null, bytePositionInLine: null, error);
        }
        catch (InvalidOperationException deep)
        {
            throw new JsonException(
                Invariant($"$: is nested deeper than {limits.MaxDepth} objects and arrays (JsonLimits.MaxDepth)"),
                deep);
        }

        return buffer.WrittenCount <= limits.MaxBytes ? buffer : throw TooLarge(limits);
    }

    private static JsonException TooLarge(JsonLimits limits) =>
        new(Invariant($"$: has more than {limits.MaxBytes:#,0} bytes (JsonLimits.MaxBytes)"));

    private static JsonException Placed(ShapeException error, ReadOnlySpan<byte> text)
    {
        long offset = error.Offset ?? (error.Place is { } place ? JsonText.OffsetOf(text, place.Line, place.Byte) : 0);
        (long line, long column) = JsonText.PlaceOf(text, offset);
        int start = text[..(int)Math.Clamp(offset, 0, text.Length)].LastIndexOf((byte)'\n') + 1;
        return new JsonException(
            Invariant($"{error.Message} (line {line}, column {column})"),
            error.FullPath,
            line - 1,
            offset - start,
            error);
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            TypeInfoResolver = new ShapeResolver(),
            Encoder = Encoder,
        };
        options.AddRevenueModel().MakeReadOnly();
        return options;
    }
}
