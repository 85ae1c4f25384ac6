using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>A change of the expected close date of a deal.</summary>
/// <remarks>Immutable; equal by value. A change to a later date is a push.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CloseDateChange
{
    /// <summary>Creates a change.</summary>
    /// <param name="changed">The day of the change.</param>
    /// <param name="from">The date before, or <see langword="null"/> if there was none.</param>
    /// <param name="to">The date after, or <see langword="null"/> if it was removed.</param>
    public CloseDateChange(LocalDate changed, LocalDate? from, LocalDate? to)
    {
        Changed = changed;
        From = from;
        To = to;
    }

    /// <summary>Gets the day of the change.</summary>
    public LocalDate Changed { get; }

    /// <summary>Gets the date before, or <see langword="null"/> if there was none.</summary>
    public LocalDate? From { get; }

    /// <summary>Gets the date after, or <see langword="null"/> if it was removed.</summary>
    public LocalDate? To { get; }

    /// <summary>Gets the number of days by which the date moved, later being positive; zero if there was no date
    /// before or after.</summary>
    public int Days => From is { } from && To is { } to ? Period.DaysBetween(from, to) : 0;

    /// <summary>Gets whether the date moved to a later day.</summary>
    public bool IsPush => Days > 0;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Changed:R}: close date from {Text(From)} to {Text(To)}");

    private static string Text(LocalDate? date) => date is { } known ? InvariantText.Of(known) : "none";
}
