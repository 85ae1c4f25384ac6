using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The share of its sites that an account is to cover within some months.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PenetrationTarget
{
    /// <summary>Gets the name of the account.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the share of sites that is to be covered, between 0 and 1.</summary>
    public required decimal Penetration
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(Penetration));
    }

    /// <summary>Gets the months from now in which it is to be reached, between 1 and 1,200.</summary>
    public required int Months { get; init => field = Guard.Against.NotMonths(value, nameof(Months)); }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Account}: {Penetration * 100m:0.##}% in {Plural.Of(Months, "month")}");
}
