using System.Globalization;
using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The figures of a commission: attainment and pay before and after a credit.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CommissionDetail : LineDetail
{
    /// <summary>Gets the credit.</summary>
    public required CompCredit Credit { get; init; }

    /// <summary>Gets the measurement period.</summary>
    public required DateSpan Period { get; init; }

    /// <summary>Gets the terms of the period: target, pay at target, curve and cap.</summary>
    public required ComponentTerms Terms { get; init; }

    /// <summary>Gets the counted amount of the credit, after any windfall rule; for a level, the reading.</summary>
    public required decimal Counted { get; init; }

    /// <summary>Gets the counted amount of the period before the credit; for a level, the previous reading.</summary>
    public required decimal Before { get; init; }

    /// <summary>Gets the counted amount of the period including the credit.</summary>
    public required decimal After { get; init; }

    /// <summary>Gets the rounded pay for the counted amount before the credit.</summary>
    public required decimal PayBefore { get; init; }

    /// <summary>Gets the rounded pay for the counted amount including the credit.</summary>
    public required decimal PayAfter { get; init; }

    /// <summary>Gets the attainment and the factor, if the average rate of an attainment is paid;
    /// <see langword="null"/> otherwise.</summary>
    public AverageRate? AverageRate { get; init; }

    /// <summary>Gets the gates that held the credit until it counted; empty if there were none.</summary>
    public ValueList<CreditGate> Gates { get; init; }

    /// <summary>Returns a readable description of the figures: the explanation of the line.</summary>
    public override string ToString()
    {
        CompMeasure measure = Credit.Measure;
        string share = measure.Kind == MeasureKind.Flow && Credit.Share != 1m ? " x " + Percent(Credit.Share) : "";
        bool isAttainingOnly = AverageRate is not null && Counted == 0m;
        string counted = !isAttainingOnly && Counted != Credit.Credited
            ? " of which " + measure.Format(Counted) + " counts after the windfall rule"
            : "";
        string waited = Gates.IsEmpty
            ? ""
            : Invariant($" of {Credit.Date:R}, withheld until now by {GateText.Of(Gates)}");
        string factor = AverageRate is { Factor: not 1m } rate ? Invariant($", paid {rate.Factor:0.####}x") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{measure.Name} {measure.Format(Credit.Amount)}{share}{counted}{waited}{factor}, {Reached(measure)}; ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"pay to date {PayAfter:#,0.00}, previously {PayBefore:#,0.00}; ")
            + Terms.Explanation;
    }

    private string Reached(CompMeasure measure)
    {
        if (AverageRate?.Attained is { } attained)
        {
            return $"{measure.Format(After)} of the period at the average rate of {measure.Format(attained)}"
                + (Terms.Target is { } quota
                    ? Invariant($", {attained / quota * 100m:0.##}% of {measure.Format(quota)}")
                    : "");
        }

        if (Terms.Target is not { } target)
        {
            return $"from {measure.Format(Before)} to {measure.Format(After)} of the period";
        }

        decimal from = Before / target * 100m;
        decimal to = After / target * 100m;
        return Invariant($"from {from:0.##}% to {to:0.##}% of {measure.Format(target)}");
    }
}
