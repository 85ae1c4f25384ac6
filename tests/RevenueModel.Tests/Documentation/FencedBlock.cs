
namespace RevenueModel.Tests.Documentation;

/// <summary>A block between fences on a page.</summary>
public sealed record FencedBlock
{
    public required string Page { get; init; }

    /// <summary>The line of the opening fence, counted from one; the text starts below it.</summary>
    public required int Line { get; init; }

    public required int EndLine { get; init; }

    /// <summary>The first word after the fence, in lower case.</summary>
    public required string Language { get; init; }

    /// <summary>The other words after the fence.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    public required string Text { get; init; }

    /// <summary>Gets whether only empty lines separate this block from the block before it.</summary>
    public required bool FollowsPrevious { get; init; }

    public bool IsCSharp => Language is "csharp" or "cs" or "c#";

    public override string ToString() => $"{Page}({Line})";
}
