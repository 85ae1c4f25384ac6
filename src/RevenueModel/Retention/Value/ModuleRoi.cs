using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The return of a module for a customer (ROI). Created by <see cref="ModuleRoiCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ModuleRoi
{
    internal ModuleRoi(ModuleRoiTerms terms, decimal downtimeSavings, decimal yieldGain, decimal? paybackMonths)
    {
        Terms = terms;
        DowntimeSavings = downtimeSavings;
        YieldGain = yieldGain;
        PaybackMonths = paybackMonths;
    }

    /// <summary>Gets the terms.</summary>
    public ModuleRoiTerms Terms { get; }

    /// <summary>Gets the cost of downtime that is avoided in a year.</summary>
    public decimal DowntimeSavings { get; }

    /// <summary>Gets the profit that the improved yield adds in a year.</summary>
    public decimal YieldGain { get; }

    /// <summary>Gets the months until the customer's value has paid for the first year and the implementation, or
    /// <see langword="null"/> without value.</summary>
    public decimal? PaybackMonths { get; }

    /// <summary>Gets the value for the customer in a year: <c>downtime savings + yield gain</c>.</summary>
    public decimal AnnualValue => DowntimeSavings + YieldGain;

    /// <summary>Gets the value in a year less the ARR of the module.</summary>
    public decimal NetValue => AnnualValue - Terms.ModuleArr;

    /// <summary>Gets the return in a year: <c>(value - module ARR) / module ARR</c>.</summary>
    public decimal Roi => NetValue / Terms.ModuleArr;

    /// <summary>Returns the part of the value in a year that is attributed to the module, the basis of pay on
    /// attributed ROI.</summary>
    /// <param name="attributedShare">The share that the customer attributes to the module, between 0 and 1.</param>
    /// <returns><c>value × share</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="attributedShare"/> is not a fraction.</exception>
    public decimal AttributedValue(decimal attributedShare) =>
        AnnualValue * Guard.Against.NotFraction(attributedShare);

    /// <summary>Returns the value, the payback and the return.</summary>
    public override string ToString() => Invariant($"{AnnualValue:#,0.##} a year ")
        + Invariant($"(downtime {DowntimeSavings:#,0.##}, yield {YieldGain:#,0.##})")
        + (PaybackMonths is { } months ? Invariant($", payback {months:0.#} months") : ", no payback")
        + Invariant($", ROI {Roi * 100m:0}%");
}
