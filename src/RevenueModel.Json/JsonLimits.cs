using System.Text.Json;

namespace RevenueModel.Json;

/// <summary>Limits of what <see cref="RevenueModelJson"/> reads and writes.</summary>
/// <remarks>Immutable. A larger or deeper text is refused before a record is built from it.</remarks>
public sealed record JsonLimits
{
    /// <summary>Gets the default limits: 64 MiB and a depth of 64.</summary>
    public static JsonLimits Default { get; } = new();

    /// <summary>Gets the largest size of a text in bytes of UTF-8. Default: 67,108,864 (64 MiB).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than one.</exception>
    public int MaxBytes
    {
        get;
        init => field = RequireBetween(value, int.MaxValue, nameof(MaxBytes));
    } = 64 * 1024 * 1024;

    /// <summary>Gets how many objects and arrays may be nested in each other. Default: 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 to 1,000.</exception>
    public int MaxDepth { get; init => field = RequireBetween(value, 1_000, nameof(MaxDepth)); } = 64;

    /// <summary>Returns the limits as text.</summary>
    public override string ToString() => Invariant($"at most {MaxBytes:#,0} bytes and a depth of {MaxDepth:#,0}");

    internal JsonReaderOptions ReaderOptions => new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    private static int RequireBetween(int value, int most, string name) => value >= 1 && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(
            name, Invariant($"{name} was {value}; a number between 1 and {most} is expected."));
}
