using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The multiples of volume and of contract value between two months, and the elasticity of one to the other.
/// Created by <see cref="ExpansionCurveCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionMultiples
{
    internal ExpansionMultiples(double fromMonth, double toMonth, double volumeMultiple, double acvMultiple)
    {
        FromMonth = fromMonth;
        ToMonth = toMonth;
        VolumeMultiple = volumeMultiple;
        AcvMultiple = acvMultiple;
    }

    /// <summary>Gets the month of the account from which both multiples are measured.</summary>
    public double FromMonth { get; }

    /// <summary>Gets the month of the account up to which both multiples are measured.</summary>
    public double ToMonth { get; }

    /// <summary>Gets the volume in the last month over that in the first: 3 for 24 to 72 integrations.</summary>
    public double VolumeMultiple { get; }

    /// <summary>Gets the annual contract value in the last month over that in the first: 2.2 for 1.0x to
    /// 2.2x.</summary>
    public double AcvMultiple { get; }

    /// <summary>Gets the elasticity of contract value to volume, <c>ln(ACV multiple) / ln(volume multiple)</c>, or
    /// <see langword="null"/> if the volume does not change or a multiple is zero.</summary>
    /// <remarks>At 0.7, 1% more volume goes with about 0.7% more contract value.</remarks>
    public double? Elasticity => VolumeMultiple > 0 && AcvMultiple > 0 && VolumeMultiple != 1
        ? GrowthPower.Log(AcvMultiple) / GrowthPower.Log(VolumeMultiple)
        : null;

    /// <summary>Gets the growth of volume per year as a fraction, <c>multiple^(12 / months) - 1</c>.</summary>
    public double VolumeGrowthPerYear => GrowthComparison.PerYear(VolumeMultiple, Years);

    /// <summary>Gets the growth of contract value per year as a fraction, <c>multiple^(12 / months) - 1</c>.</summary>
    public double AcvGrowthPerYear => GrowthComparison.PerYear(AcvMultiple, Years);

    private double Years => (ToMonth - FromMonth) / 12;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string elasticity = Elasticity is { } given ? Invariant($", elasticity {given:0.000}") : "";
        return Invariant($"months {FromMonth:0.####} to {ToMonth:0.####}: volume {VolumeMultiple:0.00#}x, ")
            + Invariant($"ACV {AcvMultiple:0.00#}x{elasticity}");
    }
}
