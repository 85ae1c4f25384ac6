using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>The variable pay of a whole year as a piecewise linear function of attainment or credit.</summary>
/// <remarks>Targets are those of a whole year, without proration and ramp. A component measured by quarter or month
/// has the same attainment in each period, so its amount cap is multiplied by the number of periods in a
/// year.</remarks>
internal sealed class YearPay
{
    private readonly TierFunction[] _functions;
    private readonly decimal[] _corners;

    private YearPay(TierFunction[] functions)
    {
        _functions = functions;
        var corners = new SortedSet<decimal> { 0m };
        foreach (TierFunction function in functions)
        {
            foreach (TierPiece piece in function.Pieces)
            {
                if (piece.End is { } end)
                {
                    corners.Add(end);
                }
            }
        }

        _corners = [.. corners];
    }

    /// <summary>Gets the corners, at which the slope changes or pay jumps, in ascending order from zero.</summary>
    public ReadOnlySpan<decimal> Corners => _corners;

    /// <summary>Returns the pay of components that have the same attainment, as a function of that
    /// attainment.</summary>
    public static YearPay OverAttainment(CompPlan plan, ReadOnlySpan<PayComponent> components)
    {
        var functions = new TierFunction[components.Length];
        for (int i = 0; i < functions.Length; i++)
        {
            functions[i] = Of(plan, components[i], target: 1m);
        }

        return new YearPay(functions);
    }

    /// <summary>Returns the pay of a component as a function of credit.</summary>
    public static YearPay OverCredit(CompPlan plan, PayComponent component) =>
        new([Of(plan, component, component.Target!.PerYearAmount)]);

    /// <summary>Returns the pay of a component as a function of attainment, or of credit if it pays rates.</summary>
    public static YearPay OfComponent(CompPlan plan, PayComponent component) =>
        new([Of(plan, component, target: 1m)]);

    /// <summary>Returns the component that is paid on a measure.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="name">The name of the caller's parameter that has the measure.</param>
    /// <exception cref="ArgumentException">The plan does not pay on the measure.</exception>
    public static PayComponent RequireComponent(CompPlan plan, CompMeasure measure, string name) =>
        plan.FindComponent(measure) ?? throw new ArgumentException(
            Invariant($"measure was {measure.Name}, which plan \"{plan.Role}\" does not pay on; a measure of the ")
                + "plan is expected.",
            name);

    /// <summary>Returns the pay for a quantity, zero or more.</summary>
    public decimal At(decimal quantity)
    {
        decimal pay = 0m;
        foreach (TierFunction function in _functions)
        {
            pay += function.AmountAt(quantity);
        }

        return pay;
    }

    /// <summary>Returns the line that starts at a corner.</summary>
    public PayPiece PieceFrom(int corner) => Piece(
        _corners[corner], corner + 1 < _corners.Length ? _corners[corner + 1] : null);

    /// <summary>Returns the line just above a quantity.</summary>
    public PayPiece LineAbove(decimal quantity) => Piece(quantity, null);

    /// <summary>Returns the pay just above a quantity minus the pay just below it; at zero, the pay just above
    /// it.</summary>
    /// <remarks>The difference is rounded to 12 decimal places to remove rounding noise from non-terminating
    /// division.</remarks>
    public decimal JumpAt(decimal quantity)
    {
        decimal below = 0m;
        if (quantity > 0m)
        {
            int corner = _corners.Length - 1;
            while (_corners[corner] >= quantity)
            {
                corner--;
            }

            below = Piece(_corners[corner], quantity).End;
        }

        return decimal.Round(LineAbove(quantity).Start - below, 12);
    }

    /// <summary>Returns the line between two quantities without a corner between them.</summary>
    public PayPiece Piece(decimal from, decimal? to)
    {
        decimal start = 0m;
        decimal end = 0m;
        decimal slope = 0m;
        foreach (TierFunction function in _functions)
        {
            TierPiece piece = function.Pieces[function.IndexAbove(from)];
            start += piece.AmountAt(from);
            end += piece.AmountAt(to ?? from);
            slope += piece.Rise / piece.Run;
        }

        return new PayPiece(from, to, start, end, slope);
    }

    private static TierFunction Of(CompPlan plan, PayComponent component, decimal target)
    {
        TierFunction function = component.Rates?.Function
            ?? component.Curve.Function.Scale(target, plan.TargetVariable.GetValueOrDefault() * component.Weight);
        return PeriodTerms.YearCap(component) is { } cap ? function.NotAbove(cap) : function;
    }
}
