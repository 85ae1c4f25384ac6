using RevenueModel.Architectures;

namespace RevenueModel.Tests.Architectures;

/// <summary>A published contradiction and the check that finds it.</summary>
internal sealed record PublishedFinding(ConsistencyRule Rule, ConsistencyVerdict Verdict)
{
    /// <summary>Gets the checks that find it, as document and subject.</summary>
    public required (string Document, string Subject)[] Checks { get; init; }

    /// <summary>Gets the implied figures of the file: path, then the index of a check and the name of a figure for
    /// each number of the path.</summary>
    public (string Path, (int Check, string Figure)[] Figures)[] Implied { get; init; } = [];

    /// <summary>Returns the finding with one implied figure per path, of its first check.</summary>
    public PublishedFinding Implies(params (string Path, string Figure)[] figures) => this with
    {
        Implied = [.. Implied, .. figures.Select(one => (one.Path, new[] { (0, one.Figure) }))],
    };

    /// <summary>Returns the finding with an implied figure of the same name for each of its checks.</summary>
    public PublishedFinding ImpliesByCheck(string path, string figure) => this with
    {
        Implied = [.. Implied, (path, [.. Checks.Select((_, i) => (i, figure))])],
    };

    /// <summary>Returns the finding with several implied figures for one path, of one check.</summary>
    public PublishedFinding ImpliesAll(string path, int check, params string[] figures) => this with
    {
        Implied = [.. Implied, (path, [.. figures.Select(figure => (check, figure))])],
    };
}
