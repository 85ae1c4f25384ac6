using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The number of people of supporting roles on a deal, and the loss of win rate with fewer people.</summary>
/// <remarks>Immutable; equal by value. Figures that the source does not publish are <see langword="null"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DealTeamCoverage
{
    /// <summary>Gets the roles that cover a deal together, each once; empty if one role covers it alone.</summary>
    public ValueList<string> Roles
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static role => Guard.Against.Blank(role, nameof(Roles)), nameof(Roles), "name");
    }

    /// <summary>Gets the number of people on a deal, of all <see cref="Roles"/> together, one or more.</summary>
    public int? PeoplePerDeal
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(PeoplePerDeal));
    }

    /// <summary>Gets the name of the segment to which the number of people applies, or <see langword="null"/> if it is
    /// not limited to one.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the share of the win rate that is lost with one person instead of two, between 0 and 1.</summary>
    public decimal? WinRateLossWithOne
    {
        get;
        init => field = value is { } loss ? Guard.Against.NotFraction(loss, nameof(WinRateLossWithOne)) : null;
    }

    /// <summary>Gets the condition under which the loss holds, such as deals with two buyers, or
    /// <see langword="null"/> if it is not published.</summary>
    public string? Condition { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Condition)); }

    /// <summary>Gets the topics that each role covers, one group per role.</summary>
    public ValueList<NameGroup> Scopes
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static scope => scope.Name, nameof(Scopes), "name");
    }

    /// <summary>Gets the name of the smallest segment that requires the role.</summary>
    public string? RequiredFromSegment
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(RequiredFromSegment));
    }

    /// <summary>Returns the win rate of a deal with one person instead of two: <c>win rate × (1 - loss)</c>.</summary>
    /// <param name="pairWinRate">The win rate of a deal with two people, between 0 and 1.</param>
    /// <returns>The win rate, or <see langword="null"/> if no loss is published.</returns>
    /// <exception cref="ArgumentException"><paramref name="pairWinRate"/> is outside 0 to 1.</exception>
    public decimal? WinRateWithOne(decimal pairWinRate) =>
        Guard.Against.NotFraction(pairWinRate) * (1m - WinRateLossWithOne);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => string.Join("; ", Parts());

    private IEnumerable<string> Parts()
    {
        if (PeoplePerDeal is { } people)
        {
            string segment = Segment is null ? "" : " of " + Segment;
            string roles = Roles.IsEmpty ? "" : ": " + string.Join(", ", Roles);
            yield return Invariant($"{people} a deal{segment}{roles}");
        }

        if (WinRateLossWithOne is { } loss)
        {
            string on = Condition is null ? "" : " of " + Condition;
            yield return Invariant($"one alone loses {loss * 100m:0.##}% of the win rate{on}");
        }

        if (RequiredFromSegment is { } from)
        {
            yield return "required from " + from;
        }
    }
}
