using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The share of a deal that a person is credited with.</summary>
public sealed record CreditShare
{
    /// <summary>Creates a share.</summary>
    /// <param name="person">Who is credited.</param>
    /// <param name="share">How much of the deal, a fraction.</param>
    /// <param name="isOverlay">Whether it comes beside the shares of those who sell the deal.</param>
    /// <exception cref="ArgumentException">The person is empty, or the share is no fraction.</exception>
    public CreditShare(string person, decimal share, bool isOverlay = false)
    {
        Person = Guard.Against.Blank(person);
        Share = Guard.Against.NotFraction(share);
        IsOverlay = isOverlay;
    }

    /// <summary>Who is credited.</summary>
    public string Person { get; }

    /// <summary>How much of the deal, a fraction.</summary>
    public decimal Share { get; }

    /// <summary>Whether it comes beside the shares of those who sell the deal.</summary>
    public bool IsOverlay { get; }

    /// <summary>The share in words.</summary>
    public override string ToString() => Invariant($"{Person} {Share * 100m:0.##}%{(IsOverlay ? " as overlay" : "")}");
}
