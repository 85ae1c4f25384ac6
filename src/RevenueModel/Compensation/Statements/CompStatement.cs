using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What a person earned in a period, what is paid for it and when, line by line.</summary>
/// <remarks>
/// Immutable; equal by value. Made by <see cref="StatementCalculator"/>; one that was issued and stored is built again from
/// its parts. The lines sum to the totals to the minor unit:
/// <c>earned</c>, <c>payable now</c>, <c>payable later - before</c> and <c>draw balance - before</c>. Once issued it stands:
/// what should have been otherwise comes as adjustment lines of a later one.
/// </remarks>
public sealed record CompStatement
{
    /// <summary>Who is paid.</summary>
    public required string Person { get; init; }

    /// <summary>The whole months that the statement is for.</summary>
    public required DateSpan Period { get; init; }

    /// <summary>The lines, in the order in which they are computed.</summary>
    public required ValueList<StatementLine> Lines { get; init; }

    /// <summary>How far each component has come.</summary>
    public ValueList<ComponentAttainment> Attainments { get; init; }

    /// <summary>The credits that do not count at the end of the period.</summary>
    public ValueList<WithheldCredit> Withheld { get; init; }

    /// <summary>What was earned in the period, with what corrects earlier ones.</summary>
    public required decimal Earned { get; init; }

    /// <summary>What is paid with this statement, draw included; never negative: what would be is carried as draw
    /// balance.</summary>
    public required decimal PayableNow { get; init; }

    /// <summary>What had been earned and not payable before the period.</summary>
    public required decimal PayableLaterBefore { get; init; }

    /// <summary>What is earned and not payable at its end: <c>before + earned + draw balance change - payable now</c>.</summary>
    public required decimal PayableLater { get; init; }

    /// <summary>When what is payable later becomes so; the parts sum to
    /// <see cref="PayableLater"/>.</summary>
    public ValueList<DeferredPay> Schedule { get; init; }

    /// <summary>What the person owed before the period, zero or more.</summary>
    public required decimal DrawBalanceBefore { get; init; }

    /// <summary>What the person owes at its end, zero or more.</summary>
    public required decimal DrawBalance { get; init; }

    /// <summary>Gets whether the lines sum to the totals, and each line balances.</summary>
    public bool AddsUp
    {
        get
        {
            var earned = new FigureSum();
            var payableNow = new FigureSum();
            var deferred = new FigureSum();
            var drawBalance = new FigureSum();
            foreach (StatementLine line in Lines)
            {
                var balance = new FigureSum();
                balance.Add(line.Earned);
                balance.Add(line.DrawBalance);
                balance.Add(-line.PayableNow);
                balance.Add(-line.Deferred);
                if (!balance.Is(0m))
                {
                    return false;
                }

                earned.Add(line.Earned);
                payableNow.Add(line.PayableNow);
                deferred.Add(line.Deferred);
                drawBalance.Add(line.DrawBalance);
            }

            deferred.Add(PayableLaterBefore);
            drawBalance.Add(DrawBalanceBefore);
            return earned.Is(Earned)
                && payableNow.Is(PayableNow)
                && deferred.Is(PayableLater)
                && drawBalance.Is(DrawBalance);
        }
    }

    /// <summary>The totals in words.</summary>
    public override string ToString() => Invariant(
        $"{Person} {Period}: earned {Earned:#,0.00}, payable now {PayableNow:#,0.00}, payable later {PayableLater:#,0.00}, draw balance {DrawBalance:#,0.00}");

    // A sum that no figures of a stored statement make overflow: no getter throws.
    private struct FigureSum
    {
        private decimal _total;
        private bool _isTooLarge;

        public void Add(decimal figure)
        {
            bool fits = figure > 0m ? _total <= decimal.MaxValue - figure : _total >= decimal.MinValue - figure;
            _total = fits ? _total + figure : 0m;
            _isTooLarge |= !fits;
        }

        public readonly bool Is(decimal expected) => !_isTooLarge && _total == expected;
    }
}
