using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A likelihood-ratio test of a model against a simpler one that it contains.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LikelihoodRatioTest
{
    internal LikelihoodRatioTest(double statistic, int degreesOfFreedom, double pValue)
    {
        Statistic = statistic;
        DegreesOfFreedom = degreesOfFreedom;
        PValue = pValue;
    }

    /// <summary>Gets twice the difference of the log-likelihoods, zero or more.</summary>
    public double Statistic { get; }

    /// <summary>Gets the number of parameters that the simpler model lacks, one or more.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Gets the probability of a statistic at least this large if the simpler model holds, between 0 and
    /// 1, by the chi-square distribution.</summary>
    public double PValue { get; }

    /// <summary>Returns the statistic and the p-value.</summary>
    public override string ToString() => Invariant(
        $"chi-square {Statistic:0.###} with {Plural.Of(DegreesOfFreedom, "degree")} of freedom, p {PValue:0.####}");

    internal static LikelihoodRatioTest Of(double simpler, double larger, int degreesOfFreedom)
    {
        double statistic = Math.Max(2 * (larger - simpler), 0);
        return new LikelihoodRatioTest(statistic, degreesOfFreedom, ChiSquare.UpperTail(statistic, degreesOfFreedom));
    }
}
