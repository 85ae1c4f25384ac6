using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The renewal outlook of ARR under a pricing model. Created by
/// <see cref="RenewalOutlookCalculator"/>.</summary>
/// <remarks>
/// Immutable; equal by value. At each end of the pressure, the renewed ARR, the churned ARR and the ARR lost to
/// pressure sum to the ARR up for renewal.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RenewalOutlook
{
    internal RenewalOutlook(decimal upForRenewal, PricingRetention retention)
    {
        UpForRenewal = upForRenewal;
        Retention = retention;
    }

    /// <summary>Gets the ARR that is up for renewal.</summary>
    public decimal UpForRenewal { get; }

    /// <summary>Gets the retention of the pricing model.</summary>
    public PricingRetention Retention { get; }

    /// <summary>Gets the ARR that renews, at the price before the negotiation.</summary>
    public decimal RenewedBeforePressure => UpForRenewal * Retention.RenewalRetention;

    /// <summary>Gets the ARR that does not renew.</summary>
    public decimal LostToChurn => UpForRenewal - RenewedBeforePressure;

    /// <summary>Gets the ARR that is lost in the price negotiation, from the lowest pressure to the highest, or
    /// <see langword="null"/> if the pressure is unknown.</summary>
    public Band<decimal>? LostToPressure => Retention.PricePressure is { } pressure
        ? Band.Between(RenewedBeforePressure * pressure.Min, RenewedBeforePressure * pressure.Max.GetValueOrDefault())
        : null;

    /// <summary>Gets the ARR after the renewal, from the highest pressure to the lowest. If the pressure is unknown,
    /// it is <see cref="RenewedBeforePressure"/>.</summary>
    public Band<decimal> Renewed => LostToPressure is { } lost
        ? Band.Between(RenewedBeforePressure - lost.Max.GetValueOrDefault(), RenewedBeforePressure - lost.Min)
        : Band.Between(RenewedBeforePressure, RenewedBeforePressure);

    /// <summary>Gets the ARR after the renewal for all values of the retention in its confidence interval, or
    /// <see langword="null"/> if the retention is not measured.</summary>
    public Band<decimal>? RenewedWithinInterval
    {
        get
        {
            if (Retention.Interval is not { } interval)
            {
                return null;
            }

            Band<decimal> kept = Retention.RetainedArr((decimal)interval.Lower, (decimal)interval.Upper);
            return Band.Between(UpForRenewal * kept.Min, UpForRenewal * kept.Max.GetValueOrDefault());
        }
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string renewed = LostToPressure is null
            ? Invariant($"{RenewedBeforePressure:#,0.##}")
            : Invariant($"{Renewed:#,0.##}");
        string pressure = LostToPressure is { } lost ? Invariant($", {lost:#,0.##} is lost to price pressure") : "";
        return Invariant($"{Retention.Name}: {renewed} of {UpForRenewal:#,0.##} renews; ")
            + Invariant($"{LostToChurn:#,0.##} churns") + pressure;
    }
}
