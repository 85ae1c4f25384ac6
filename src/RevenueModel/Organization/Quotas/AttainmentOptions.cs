using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Organization;

/// <summary>The bands, the quantiles and the confidence of an <see cref="AttainmentProfile"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AttainmentOptions
{
    /// <summary>Gets the attainments at which bands meet, as ratios above zero in ascending order. Default: 0.5, 0.8,
    /// 1 and 1.2, the bands of most reports of attainment.</summary>
    public ValueList<decimal> Edges
    {
        get;
        init
        {
            decimal prior = 0m;
            foreach (decimal edge in value)
            {
                prior = edge > prior
                    ? edge
                    : throw DomainGuards.OutOfRange(
                        nameof(Edges), value, "a list of ratios above zero in ascending order");
            }

            field = value;
        }
    } = [0.5m, 0.8m, 1m, 1.2m];

    /// <summary>Gets the convention of quantiles. Default: inclusive.</summary>
    public QuantileMethod Method { get; init => field = Guard.Against.Undefined(value, nameof(Method)); }

    /// <summary>Gets the confidence of the interval, between 0 and 1, both excluded. Default: 0.95.</summary>
    public double Confidence { get; init => field = Statistics.Confidence.Require(value, nameof(Confidence)); } = 0.95;

    /// <summary>Returns the edges.</summary>
    public override string ToString() => Invariant($"bands at {Edges}, {Method}, {Confidence * 100:0.##}%");
}
