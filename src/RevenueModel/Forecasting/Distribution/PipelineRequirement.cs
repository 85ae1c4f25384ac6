using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The pipeline of equal deals that reaches a target with a given confidence.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="CoverageRiskCalculator"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PipelineRequirement
{
    internal PipelineRequirement(
        int deals, decimal dealAmount, decimal winRate, decimal target, double confidence, double probability)
    {
        Deals = (int)Guard.Against.BelowZero((long)deals, nameof(deals));
        DealAmount = Guard.Against.NotPositive(dealAmount);
        WinRate = Guard.Against.NotFraction(winRate);
        Target = target;
        Confidence = Statistics.Confidence.Require(confidence);
        Probability = probability is >= 0 and <= 1
            ? probability
            : throw DomainGuards.OutOfRange(nameof(probability), probability, "a fraction between 0 and 1");
        try
        {
            Pipeline = deals * dealAmount;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The pipeline", nameof(dealAmount), overflow);
        }
    }

    /// <summary>Gets the number of deals, zero or more.</summary>
    public int Deals { get; }

    /// <summary>Gets the amount of each deal, more than zero.</summary>
    public decimal DealAmount { get; }

    /// <summary>Gets the share of deals that are won, between 0 and 1.</summary>
    public decimal WinRate { get; }

    /// <summary>Gets the target in the currency of the deals.</summary>
    public decimal Target { get; }

    /// <summary>Gets the confidence that was required, above 0 and below 1.</summary>
    public double Confidence { get; }

    /// <summary>Gets the probability that the target is reached with these deals, between 0 and 1.</summary>
    public double Probability { get; }

    /// <summary>Gets the amount of the deals together.</summary>
    public decimal Pipeline { get; }

    /// <summary>Gets the pipeline as a multiple of the target, or <see langword="null"/> if the target is zero or
    /// less.</summary>
    public decimal? Coverage => Target > 0m ? Pipeline / Target : null;

    /// <summary>Returns the deals, the coverage and the probability.</summary>
    public override string ToString()
    {
        string coverage = Coverage is { } multiple ? Invariant($", {multiple:0.0#}x of {Target:#,0.##}") : "";
        return Invariant($"{Plural.Of(Deals, "deal")} of {DealAmount:#,0.##}{coverage}: ")
            + Invariant($"reached with {Probability:0.0%}");
    }
}
