using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>The variable pay of a whole year as a function of attainment or credit: corners, and straight lines between
/// them.</summary>
/// <remarks>Whole-year targets, without proration and ramp. A component that is measured by quarter or month attains the
/// same in each, so that its pay is that of the year, and its amount cap that of a period times the periods of a
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

    /// <summary>Where the pay bends or jumps, in ascending order, from zero.</summary>
    public ReadOnlySpan<decimal> Corners => _corners;

    /// <summary>The pay of components that all attain the same, over that attainment.</summary>
    public static YearPay OverAttainment(CompPlan plan, ReadOnlySpan<PayComponent> components)
    {
        var functions = new TierFunction[components.Length];
        for (int i = 0; i < functions.Length; i++)
        {
            functions[i] = Of(plan, components[i], target: 1m);
        }

        return new YearPay(functions);
    }

    /// <summary>The pay of a component over what is credited.</summary>
    public static YearPay OverCredit(CompPlan plan, PayComponent component) =>
        new([Of(plan, component, component.Target)]);

    /// <summary>Returns the component that is paid on a measure.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="name">The parameter of the caller that holds the measure.</param>
    /// <exception cref="ArgumentException">None is.</exception>
    public static PayComponent RequireComponent(CompPlan plan, CompMeasure measure, string name) =>
        plan.FindComponent(measure) ?? throw new ArgumentException(
            Invariant($"measure was {measure.Name}, which plan \"{plan.Role}\" does not pay on; a measure of the plan is expected."),
            name);

    /// <summary>The pay for a quantity, zero or more.</summary>
    public decimal At(decimal quantity)
    {
        decimal pay = 0m;
        foreach (TierFunction function in _functions)
        {
            pay += function.AmountAt(quantity);
        }

        return pay;
    }

    /// <summary>The line that starts at a corner.</summary>
    public PayPiece PieceFrom(int corner) => Piece(
        _corners[corner], corner + 1 < _corners.Length ? _corners[corner + 1] : null);

    /// <summary>The line of what is just above a quantity.</summary>
    public PayPiece LineAbove(decimal quantity) => Piece(quantity, null);

    /// <summary>What pay just above a quantity is more than just below it; at zero, more than nothing.</summary>
    /// <remarks>To twelve decimals: where lines meet, quotients of 28 digits leave a difference.</remarks>
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

    /// <summary>The line between two quantities that no corner lies between.</summary>
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
        TierFunction function = component.Curve.Function.Scale(target, plan.TargetVariable * component.Weight);
        return PeriodTerms.YearCap(component) is { } cap ? function.NotAbove(cap) : function;
    }
}
