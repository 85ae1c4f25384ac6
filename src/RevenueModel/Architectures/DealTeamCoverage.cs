using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>How many people of one or more supporting roles a deal takes, and what it costs to send fewer.</summary>
/// <remarks>Immutable; equal by value. Figures that the source does not publish are <see langword="null"/>.</remarks>
public sealed record DealTeamCoverage
{
    /// <summary>The roles that cover a deal together; empty where the role covers it alone.</summary>
    public ValueList<string> Roles
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static role => Guard.Against.Blank(role, nameof(Roles)), nameof(Roles), "name");
    }

    /// <summary>The people on a deal, of all <see cref="Roles"/> together, one or more.</summary>
    public int? PeoplePerDeal
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(PeoplePerDeal));
    }

    /// <summary>The name of the segment whose deals take that many people, where it is said of one.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>The share of the win rate that is lost with one person in place of a pair, a fraction.</summary>
    public decimal? WinRateLossWithOne
    {
        get;
        init => field = value is { } loss ? Guard.Against.NotFraction(loss, nameof(WinRateLossWithOne)) : null;
    }

    /// <summary>The name of the segment from which on the role is required.</summary>
    public string? RequiredFromSegment
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(RequiredFromSegment));
    }

    /// <summary>The win rate of a deal that is covered by one person: <c>win rate × (1 - loss)</c>.</summary>
    /// <param name="pairWinRate">The win rate of a deal that is covered by the pair, a fraction.</param>
    /// <returns>The rate, or <see langword="null"/> where no loss is published.</returns>
    /// <exception cref="ArgumentException"><paramref name="pairWinRate"/> is no fraction.</exception>
    public decimal? WinRateWithOne(decimal pairWinRate) =>
        Guard.Against.NotFraction(pairWinRate) * (1m - WinRateLossWithOne);

    /// <summary>The coverage in words.</summary>
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
            yield return Invariant($"one alone loses {loss * 100m:0.##}% of the win rate");
        }

        if (RequiredFromSegment is { } from)
        {
            yield return "required from " + from;
        }
    }
}
