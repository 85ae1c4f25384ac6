using System.Text.Json;

namespace RevenueModel.Json;

/// <summary>An error at a place of a JSON text: the path, the value and what is allowed. Each level of the text adds
/// its own part of the path.</summary>
internal sealed class ShapeException : JsonException
{
    private string _path = "";

    public ShapeException(string problem, long? offset = null, Exception? inner = null)
        : base(problem, inner)
    {
        Problem = problem;
        Offset = offset;
    }

    /// <summary>Gets the text of the error without path and position.</summary>
    public string Problem { get; }

    /// <summary>Gets the bytes before the token, from the start of what the reader reads, or
    /// <see langword="null"/> if the error occurred in writing.</summary>
    public long? Offset { get; init; }

    /// <summary>Gets the line and the byte in it, both from zero, if the text is not JSON at that place.</summary>
    public (long Line, long Byte)? Place { get; init; }

    /// <summary>Gets the path from the root, such as <c>$.charges[0].price</c>.</summary>
    public string FullPath => "$" + _path;

    /// <inheritdoc/>
    public override string Message => FullPath + ": " + Problem;

    /// <summary>Adds the name of the member that holds what was read so far.</summary>
    public ShapeException Within(string member)
    {
        _path = "." + member + _path;
        return this;
    }

    /// <summary>Adds the index of the item that holds what was read so far.</summary>
    public ShapeException Within(int index)
    {
        _path = Invariant($"[{index}]") + _path;
        return this;
    }

    /// <summary>Returns the error for text that is not JSON, which the reader of the framework found.</summary>
    public static ShapeException Of(JsonException error)
    {
        if (error is ShapeException own)
        {
            return own;
        }

        // The message of the framework ends with its own form of the position.
        string message = error.Message;
        int position = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return new ShapeException(position < 0 ? message : message[..position], offset: null, error)
        {
            Place = error is { LineNumber: { } line, BytePositionInLine: { } at } ? (line, at) : null,
        };
    }
}
