using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What becomes of ARR that is up for renewal under a pricing model; made by
/// <see cref="RenewalOutlookCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. At either end of the pressure, what renews, what churns and what the pressure
/// takes sum to what is up for renewal.</remarks>
public sealed record RenewalOutlook
{
    internal RenewalOutlook(decimal upForRenewal, PricingRetention retention)
    {
        UpForRenewal = upForRenewal;
        Retention = retention;
    }

    /// <summary>The ARR that is up for renewal.</summary>
    public decimal UpForRenewal { get; }

    /// <summary>How well it renews.</summary>
    public PricingRetention Retention { get; }

    /// <summary>The ARR that renews, at the price before the negotiation.</summary>
    public decimal RenewedBeforePressure => UpForRenewal * Retention.RenewalRetention;

    /// <summary>The ARR that does not renew.</summary>
    public decimal LostToChurn => UpForRenewal - RenewedBeforePressure;

    /// <summary>Gets the ARR that the price negotiation takes, from the lowest pressure to the highest, or
    /// <see langword="null"/> where no price pressure is known.</summary>
    public Band<decimal>? LostToPressure => Retention.PricePressure is { } pressure
        ? Band.Between(RenewedBeforePressure * pressure.Min, RenewedBeforePressure * pressure.Max.GetValueOrDefault())
        : null;

    /// <summary>Gets the ARR after the renewal: low under the highest pressure, high under the lowest. Where no price
    /// pressure is known, it is <see cref="RenewedBeforePressure"/>.</summary>
    public Band<decimal> Renewed => LostToPressure is { } lost
        ? Band.Between(RenewedBeforePressure - lost.Max.GetValueOrDefault(), RenewedBeforePressure - lost.Min)
        : Band.Between(RenewedBeforePressure, RenewedBeforePressure);

    /// <summary>The ARR after the renewal with the retention anywhere in its confidence interval too, or
    /// <see langword="null"/> where it is not measured.</summary>
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

    /// <summary>The outlook in words.</summary>
    public override string ToString()
    {
        string renewed = LostToPressure is null ? Invariant($"{RenewedBeforePressure:#,0.##}") : Invariant($"{Renewed:#,0.##}");
        string pressure = LostToPressure is { } lost ? Invariant($", {lost:#,0.##} is lost to price pressure") : "";
        return Invariant($"{Retention.Name}: {renewed} of {UpForRenewal:#,0.##} renews; {LostToChurn:#,0.##} churns") + pressure;
    }
}
