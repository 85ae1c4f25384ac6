using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Closes a statement: guarantees, what is advanced, what is recovered, what is forgiven.</summary>
internal sealed class DrawSettlement
{
    private readonly CompLedger _ledger;
    private readonly DateSpan _period;
    private readonly LocalDate _end;
    private readonly List<StatementLine> _lines;

    // The assignment of the draw whose rules hold.
    private int _drawn = -1;
    private LocalDate? _forgivingEnd; // where a plan ends that forgives what is owed
    private decimal _nonRecoverable;
    private decimal _recoverable;
    private decimal _floor; // what recovery leaves, as if the draw had not run out

    private DrawSettlement(CompLedger ledger, DateSpan period, List<StatementLine> lines)
    {
        _ledger = ledger;
        _period = period;
        _end = period.End!.Value;
        _lines = lines;
        for (int i = 0; i < ledger.Assignments.Count; i++)
        {
            CompPlan plan = ledger.Assignments[i].Plan;
            if (ledger.InForce(i) is { } inForce && inForce.Overlaps(period))
            {
                if (plan.Draw is { } draw)
                {
                    AddDraw(i, plan, draw, inForce);
                }
            }
        }
    }

    /// <summary>Adds the closing lines to a statement.</summary>
    /// <returns>The balance that the person owes after them.</returns>
    public static decimal Close(CompLedger ledger, DateSpan period, List<StatementLine> lines, decimal balance)
    {
        var settlement = new DrawSettlement(ledger, period, lines);
        settlement.TopUp();
        balance -= settlement.Recover(balance);
        balance += settlement.Advance();
        return settlement.Forgive(balance);
    }

    private void AddDraw(int assignment, CompPlan plan, Draw draw, DateSpan inForce)
    {
        _drawn = assignment;
        if (draw.AtEnd == DrawEnd.Forgiven && inForce.End <= _end)
        {
            _forgivingEnd = inForce.End;
        }

        DateSpan paid = draw.Months is { } months ? DateSpan.Months(inForce.Start, months) : DateSpan.From(inForce.Start);
        decimal whole = draw.AnnualAmount * ProrationCalculator.MonthsIn(_period) / 12m;
        decimal amount = inForce.Intersect(paid) is { } drawing ? Share(drawing) : 0m;
        if (draw.Kind == DrawKind.NonRecoverable)
        {
            _nonRecoverable += amount;
            _floor += amount;
        }
        else
        {
            _recoverable += amount;
            _floor += draw.Recovery == DrawRecovery.FromEarningsAboveDraw ? Share(inForce) : 0m;
        }

        decimal Share(DateSpan days) =>
            plan.Rounding.RoundWithoutNoise(ProrationCalculator.Prorate(whole, _period, days, plan.DayCount));
    }

    private void TopUp()
    {
        decimal earned = 0m;
        foreach (StatementLine line in _lines)
        {
            bool isPay = line.Kind is >= StatementLineKind.Commission and <= StatementLineKind.Residual;
            earned += isPay ? line.Earned : 0m;
        }

        decimal guaranteed = RampGuarantees.Of(_ledger, _period);
        decimal missing = RampGuarantees.TopUp(guaranteed, earned);
        if (missing > 0m)
        {
            Add(
                StatementLineKind.Guarantee, PayItem.RampGuarantee, missing, missing, balance: 0m,
                Invariant($"guaranteed {guaranteed:#,0.00}, earned {earned:#,0.00}"));
        }

        decimal payable = Payable();
        missing = _nonRecoverable - Math.Max(payable, 0m);
        if (_nonRecoverable > 0m && missing > 0m)
        {
            Add(
                StatementLineKind.Guarantee, PayItem.NonRecoverableDraw, missing, missing, balance: 0m,
                Invariant($"draw {_nonRecoverable:#,0.00}, payable {payable:#,0.00}"));
        }
    }

    private decimal Recover(decimal balance)
    {
        if (balance == 0m || !HasRecoveryStarted())
        {
            return 0m;
        }

        decimal payable = Payable();
        decimal recovered = Math.Min(balance, Math.Max(0m, payable - _floor));
        if (recovered > 0m)
        {
            Add(
                StatementLineKind.DrawRecovery, PayItem.RecoverableDraw, earned: 0m, -recovered, -recovered,
                Invariant($"balance {balance:#,0.00}, payable {payable:#,0.00}{(_floor > 0m ? Invariant($", of which {_floor:#,0.00} is left") : "")}"));
        }

        return recovered;
    }

    private bool HasRecoveryStarted()
    {
        if (_drawn < 0 || _ledger.Assignments[_drawn].Plan.Draw is not { Kind: DrawKind.Recoverable } draw)
        {
            return true;
        }

        LocalDate start = _ledger.Assignments[_drawn].InForce.Start;
        return draw.RecoveryStartsAfterMonths == 0 || _end > start.PlusMonths(draw.RecoveryStartsAfterMonths);
    }

    private decimal Advance()
    {
        decimal payable = Payable();
        decimal atLeast = _nonRecoverable + _recoverable;
        decimal advanced = Math.Max(0m, atLeast - payable);
        if (advanced > 0m)
        {
            bool isDraw = _recoverable > 0m;
            Add(
                isDraw ? StatementLineKind.DrawAdvance : StatementLineKind.CarriedForward,
                isDraw ? PayItem.RecoverableDraw : PayItem.Balance,
                earned: 0m,
                advanced,
                advanced,
                isDraw
                    ? Invariant($"draw {atLeast:#,0.00}, payable {payable:#,0.00}")
                    : Invariant($"payable {payable:#,0.00}, of which {advanced:#,0.00} is carried, so that {atLeast:#,0.00} is paid"));
        }

        return advanced;
    }

    private decimal Forgive(decimal balance)
    {
        if (balance == 0m || _forgivingEnd is not { } end)
        {
            return balance;
        }

        Add(
            StatementLineKind.DrawForgiven, PayItem.RecoverableDraw, balance, payableNow: 0m, -balance,
            Invariant($"the plan ended on {end:R} and forgives what is owed"));
        return 0m;
    }

    private decimal Payable()
    {
        decimal payable = 0m;
        foreach (StatementLine line in _lines)
        {
            payable += line.PayableNow;
        }

        return payable;
    }

    private void Add(
        StatementLineKind kind,
        PayItem item,
        decimal earned,
        decimal payableNow,
        decimal balance,
        string explanation) => _lines.Add(new StatementLine
        {
            Kind = kind,
            Date = _end.PlusDays(-1),
            Role = _ledger.RoleIn(_period),
            Item = item,
            Earned = earned,
            PayableNow = payableNow,
            DrawBalance = balance,
            Explanation = explanation,
        });
}
