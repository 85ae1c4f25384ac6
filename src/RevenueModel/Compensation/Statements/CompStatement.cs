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

    /// <summary>Whether the lines sum to the totals, and each line balances.</summary>
    public bool AddsUp
    {
        get
        {
            decimal earned = 0m;
            decimal payableNow = 0m;
            decimal deferred = 0m;
            decimal drawBalance = 0m;
            foreach (StatementLine line in Lines)
            {
                if (line.Earned + line.DrawBalance != line.PayableNow + line.Deferred)
                {
                    return false;
                }

                earned += line.Earned;
                payableNow += line.PayableNow;
                deferred += line.Deferred;
                drawBalance += line.DrawBalance;
            }

            return earned == Earned
                && payableNow == PayableNow
                && deferred == PayableLater - PayableLaterBefore
                && drawBalance == DrawBalance - DrawBalanceBefore;
        }
    }

    /// <summary>The totals in words.</summary>
    public override string ToString() => Invariant(
        $"{Person} {Period}: earned {Earned:#,0.00}, payable now {PayableNow:#,0.00}, payable later {PayableLater:#,0.00}, draw balance {DrawBalance:#,0.00}");
}
