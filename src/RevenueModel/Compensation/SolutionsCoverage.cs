using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>How many people of a supporting role a deal takes, and what it costs to send fewer.</summary>
/// <remarks>Immutable; equal by value. Figures that the source does not publish are <see langword="null"/>.</remarks>
public sealed record SolutionsCoverage
{
    /// <summary>The people on a deal, one or more.</summary>
    public int? PeoplePerDeal
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw DomainGuards.OutOfRange(nameof(PeoplePerDeal), value, "1 or more");
    }

    /// <summary>The share of the win rate that is lost with one person in place of a pair, a fraction.</summary>
    public decimal? WinRateLossWithOne
    {
        get;
        init => field = value is { } loss ? Guard.Against.NotFraction(loss, nameof(WinRateLossWithOne)) : null;
    }

    /// <summary>The segment from which on the role is required, as the source names it.</summary>
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
            yield return Invariant($"{people} a deal");
        }

        if (WinRateLossWithOne is { } loss)
        {
            yield return Invariant($"one alone loses {loss * 100m:0.##}% of the win rate");
        }

        if (RequiredFromSegment is { } segment)
        {
            yield return "required from " + segment;
        }
    }
}
