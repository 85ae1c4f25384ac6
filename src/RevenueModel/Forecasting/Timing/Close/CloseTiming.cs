using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The time from creation to close of deals, won and lost, as it was known on one day. Created by
/// <see cref="CloseTimingCalculator"/>.</summary>
/// <remarks>
/// Immutable; equal by value. Times are clock days (<see cref="DealClock"/>), which are calendar days without windows.
/// <para>The probability that a deal open at age a is won within h days is <c>(I(a + h) - I(a)) / S(a)</c> with the
/// Aalen-Johansen incidence I of won deals and the Kaplan-Meier survival S. It equals the estimate from the deals that
/// were still open after age a. If deals are observed late and all those at risk close at an age, the estimate starts
/// anew after it. Its absolute rounding error is below about <c>1e-15 / S(a)</c>.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CloseTiming
{
    private readonly CloseCurve _curve;

    internal CloseTiming(
        LocalDate asOf, SurvivalTable? table, CloseTimingCounts counts, CloseTimingCredibility? credibility)
    {
        AsOf = asOf;
        Table = table is null || table.CauseCount <= CloseCurve.LostCause
            ? table
            : throw DomainGuards.OutOfRange(
                nameof(table), table, "a table of causes 1 (won) and 2 (lost)");
        Counts = counts;
        Credibility = credibility;
        _curve = new CloseCurve(table);
    }

    /// <summary>Gets the day of the estimate. Nothing that happened after it has an effect.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Gets the deals by clock days from creation: won is cause 1, lost is cause 2, open deals are censored
    /// on the day of the estimate. <see langword="null"/> if no deal counts.</summary>
    public SurvivalTable? Table { get; }

    /// <summary>Gets the number of deals that count and of those that are excluded.</summary>
    public CloseTimingCounts Counts { get; }

    /// <summary>Gets the weight of the deals of the group itself, or <see langword="null"/> if the estimate is of
    /// these deals alone.</summary>
    public CloseTimingCredibility? Credibility { get; }

    /// <summary>Gets the highest age at which a deal was observed, in clock days; zero if no deal counts.</summary>
    public decimal LastAge => Table?.LastTime ?? 0m;

    /// <summary>Returns the probabilities that a deal open at an age is won, lost or open after some days.</summary>
    /// <param name="age">The age in clock days at the end of the day; zero or more.</param>
    /// <param name="days">The horizon in clock days; zero or more.</param>
    /// <returns>The probabilities, without an interval, and the observed part of the horizon.</returns>
    /// <exception cref="ArgumentException">A number is negative, NaN or infinite.</exception>
    /// <remarks>The days are <c>(age, age + days]</c>: a close on the day of the age itself has been seen. Allocates
    /// nothing. <see cref="CloseTimingCalculator.Probability"/> adds the interval.</remarks>
    public CloseProbability Probability(double age, double days) =>
        _curve.Probability(Require(age, nameof(age)), Require(days, nameof(days)));

    /// <summary>Returns the probabilities that a deal is won, lost or open some days after its creation. A close on
    /// the day of creation counts.</summary>
    /// <param name="days">The horizon in clock days after the day of creation; zero or more.</param>
    /// <returns>The probabilities, without an interval, and the observed part of the horizon.</returns>
    /// <exception cref="ArgumentException">The number is negative, NaN or infinite.</exception>
    public CloseProbability NewDealProbability(double days) => _curve.NewDeal(Require(days, nameof(days)));

    /// <summary>Returns the probability that a deal open at an age is won within some days, up to the last observed
    /// age.</summary>
    /// <param name="age">The age in clock days at the end of the day; zero or more.</param>
    /// <param name="days">The horizon in clock days; zero or more.</param>
    /// <returns>A fraction between 0 and 1, the same as <see cref="CloseProbability.Won"/>.</returns>
    /// <exception cref="ArgumentException">A number is negative, NaN or infinite.</exception>
    /// <remarks>Takes logarithmic time and allocates nothing.</remarks>
    public double WinProbability(double age, double days) =>
        _curve.WinProbability(Require(age, nameof(age)), Require(days, nameof(days)));

    /// <summary>Returns the probabilities that deals open at their ages are won, up to the last observed
    /// age.</summary>
    /// <param name="ages">The ages in clock days; each zero or more.</param>
    /// <param name="days">The horizons in clock days, one for each age; each zero or more.</param>
    /// <param name="destination">Receives a fraction between 0 and 1 for each age.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is negative, NaN or infinite.</exception>
    /// <remarks>Equal to <see cref="WinProbability"/> to the last bit. Horizons beyond <see cref="LastAge"/> count up
    /// to it; <see cref="Probability"/> states the unobserved part.</remarks>
    public void WinProbabilities(
        ReadOnlySpan<double> ages, ReadOnlySpan<double> days, Span<double> destination)
    {
        DomainGuards.RequireSameLength(ages.Length, days.Length, nameof(days));
        DomainGuards.RequireSameLength(ages.Length, destination.Length);
        for (int i = 0; i < ages.Length; i++)
        {
            destination[i] = _curve.WinProbability(Require(ages[i], nameof(ages)), Require(days[i], nameof(days)));
        }
    }

    /// <summary>Returns whether both estimates are of the same day, the same table and the same counts.</summary>
    /// <param name="other">The other estimate.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(CloseTiming? other) => other is not null
        && AsOf == other.AsOf
        && Table == other.Table
        && Counts == other.Counts
        && Credibility == other.Credibility;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AsOf, Table, Counts, Credibility);

    /// <summary>Returns the day, the counts and the highest age.</summary>
    public override string ToString() => Invariant($"as of {AsOf:R}: {Counts}, ages to ")
        + Plural.OfNumber((double)LastAge, "day")
        + (Credibility is { } credibility ? Invariant($", {credibility}") : "");

    internal static double Require(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw DomainGuards.OutOfRange(name, value, "a finite number of days, zero or more,");
}
