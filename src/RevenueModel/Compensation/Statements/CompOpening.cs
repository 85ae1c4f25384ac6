using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The opening balances and attainment of a person, transferred from another system.</summary>
/// <remarks>Immutable; equal by value. The first statement starts on <see cref="On"/>, and no credit is dated before
/// it. Earlier credits and pay were stated by the other system.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompOpening
{
    /// <summary>Gets the first day that statements cover.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Gets the draw that is advanced and not recovered; zero or more.</summary>
    public decimal DrawBalance
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(DrawBalance));
    }

    /// <summary>Gets the negative pay that is carried forward; zero or more.</summary>
    public decimal CarriedBalance
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(CarriedBalance));
    }

    /// <summary>Gets the earned pay that becomes payable on or after <see cref="On"/>, such as pay that has not
    /// vested.</summary>
    public ValueList<DeferredPay> PayableLater { get; init; }

    /// <summary>Gets the credit of the measurement periods that include <see cref="On"/>, one entry per
    /// measure.</summary>
    public ValueList<OpeningAttainment> Attainments { get; init; }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant(
        $"opening on {On:R}: draw balance {DrawBalance:#,0.00}, carried {CarriedBalance:#,0.00}, payable later in ")
        + $"{Plural.Of(PayableLater.Count, "part")}; {Attainments}";
}

/// <summary>The credit of a measure in a measurement period before the first statement.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Credited">The credit of the measurement period so far, or the latest reading of a level; in the unit
/// of the measure.</param>
/// <param name="EarlierInYear">The credit of the fiscal year before the measurement period, for
/// <see cref="PayComponent.AcceleratesFrom"/>. Default: zero.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct OpeningAttainment(CompMeasure Measure, decimal Credited, decimal EarlierInYear = 0m)
{
    /// <summary>Returns a readable description.</summary>
    public override string ToString() => $"{Measure?.Name} {Measure?.Format(Credited)}";
}
