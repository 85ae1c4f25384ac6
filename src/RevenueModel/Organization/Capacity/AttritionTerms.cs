using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The share of heads that leave in a year, and how long it takes to fill their places.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AttritionTerms
{
    /// <summary>Gets the share of heads that leave in a year, between 0 and 1.</summary>
    public required decimal PerYear { get; init => field = Guard.Against.NotFraction(value, nameof(PerYear)); }

    /// <summary>Gets how the share of a month follows from that of a year. Default: a twelfth.</summary>
    public AttritionConvention Convention { get; init => field = Guard.Against.Undefined(value, nameof(Convention)); }

    /// <summary>Gets the months that a place stays empty, zero or more, or <see langword="null"/> if it is not filled
    /// again. Default: <see langword="null"/>.</summary>
    public int? BackfillMonths
    {
        get;
        init => field = value is { } months ? Guard.Against.BelowZero(months, nameof(BackfillMonths)) : null;
    }

    /// <summary>Returns the share and the months.</summary>
    public override string ToString() => Invariant($"{PerYear * 100m:0.##}% leave a year, ")
        + (BackfillMonths is { } months
            ? Invariant($"filled after {Plural.Of(months, "month")}")
            : "not filled again");
}

/// <summary>Conventions for the share of heads that leave in a month, given that of a year.</summary>
public enum AttritionConvention
{
    /// <summary>A twelfth of the share of the year, of the heads that are left: the convention of spreadsheets. Fewer
    /// heads than the share of the year leave in a year. The default.</summary>
    Twelfth = 0,

    /// <summary><c>1 - (1 - share)^(1/12)</c>, so that the share of the year leaves in a year.</summary>
    Compound = 1,
}
