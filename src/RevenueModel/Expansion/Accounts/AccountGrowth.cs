using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The growth of the volume of one account. Created by <see cref="AccountGrowthCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AccountGrowth
{
    /// <summary>Gets the name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the person or role that watches the account, or <see langword="null"/> if nobody does.</summary>
    public string? WatchedBy { get; init; }

    /// <summary>Gets the month of the measurement.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>Gets the months since the start of the account.</summary>
    public required int AgeMonths { get; init; }

    /// <summary>Gets the volume in the month.</summary>
    public required decimal Volume { get; init; }

    /// <summary>Gets the volume at the start of the window, or <see langword="null"/> if the account is younger than
    /// the window.</summary>
    public decimal? VolumeBefore { get; init; }

    /// <summary>Gets the months since the volume last rose above all earlier months; the age of the account if it
    /// never did.</summary>
    public required int MonthsSinceHigh { get; init; }

    /// <summary>Gets the volume that the expected curve has at this age, scaled to the first volume of the account, or
    /// <see langword="null"/> if there is none.</summary>
    public double? ExpectedVolume { get; init; }

    /// <summary>Gets the status of the account by the rule of the measurement.</summary>
    public required GrowthStatus Status { get; init; }

    /// <summary>Gets the growth over the window as a fraction, or <see langword="null"/> if the account is younger
    /// than the window or had no volume.</summary>
    public decimal? Growth => VolumeBefore is { } before && before != 0m ? (Volume / before) - 1m : null;

    /// <summary>Gets the volume as a share of the expected one, or <see langword="null"/> if none is
    /// expected.</summary>
    public double? ShareOfExpected =>
        ExpectedVolume is { } expected && expected > 0 ? (double)Volume / expected : null;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string growth = Growth is { } rate ? Invariant($", {rate * 100m:+0.#;-0.#;0}%") : "";
        string expected = ShareOfExpected is { } share ? Invariant($", {share * 100:0}% of expected") : "";
        string status = Status == GrowthStatus.TooNew ? "too new" : Status.ToString().ToLowerInvariant();
        return Invariant($"{Account}: {status}, {Volume:#,0.##}{growth}{expected}, ")
            + Invariant($"last high {Plural.Of(MonthsSinceHigh, "month")} ago");
    }
}

/// <summary>The status of the volume of an account.</summary>
public enum GrowthStatus
{
    /// <summary>The volume grew by more than the limit.</summary>
    Growing = 0,

    /// <summary>The volume did not fall, and grew by no more than the limit.</summary>
    Stalled = 1,

    /// <summary>The volume fell.</summary>
    Shrinking = 2,

    /// <summary>The account is younger than the window.</summary>
    TooNew = 3,
}
