using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Closes a statement: guarantees, recovery of balances, draws, and balances that are carried forward or
/// forgiven.</summary>
/// <remarks>The order is: guarantees raise earned pay; negative pay of earlier statements is recovered from all
/// payable pay; draws are recovered by their own rule; negative pay is carried forward; draws are advanced; draws of
/// plans that end are forgiven.</remarks>
internal sealed class PeriodClose
{
    private readonly CompLedger _ledger;
    private readonly DateSpan _period;
    private readonly LocalDate _end;
    private readonly List<StatementLine> _lines;
    private readonly DrawBalances _draws;
    private readonly List<(int Assignment, decimal Amount)> _advances = []; // the recoverable draws of the period
    private readonly List<(int Assignment, decimal Amount)> _advanced = [];
    private decimal _nonRecoverable;
    private decimal _draw; // the recoverable draws of the period, as if they had not run out
    private decimal _payable;

    private PeriodClose(CompLedger ledger, DateSpan period, List<StatementLine> lines, DrawBalances draws)
    {
        _ledger = ledger;
        _period = period;
        _end = period.End!.Value;
        _lines = lines;
        _draws = draws;
        for (int i = 0; i < ledger.Assignments.Count; i++)
        {
            if (ledger.Assignments[i].Plan.Draw is { } draw
                && ledger.InForce(i) is { } inForce
                && inForce.Overlaps(period))
            {
                AddDraw(i, draw, inForce);
            }
        }

        foreach (StatementLine line in lines)
        {
            _payable += line.PayableNow;
        }
    }

    /// <summary>Adds the closing lines to a statement, and updates the draw balances.</summary>
    public static void Close(
        CompLedger ledger, DateSpan period, List<StatementLine> lines, DrawBalances draws, decimal carried)
    {
        var close = new PeriodClose(ledger, period, lines, draws);
        close.TopUp();
        close.RecoverCarried(carried);
        close.RecoverDraws();
        close.CarryForward();
        close.Advance();
        close.Forgive();
    }

    private void AddDraw(int assignment, Draw draw, DateSpan inForce)
    {
        LocalDate first = FirstDayUnder(assignment);
        DateSpan paid = draw.Months is { } months ? DateSpan.Months(first, months) : DateSpan.From(first);
        decimal amount = inForce.Intersect(paid) is { } drawing ? Share(assignment, draw, drawing) : 0m;
        if (draw.Kind == DrawKind.NonRecoverable)
        {
            _nonRecoverable += amount;
        }
        else
        {
            _advances.Add((assignment, amount));
            _draw += Share(assignment, draw, inForce);
        }
    }

    // The draw for the days of the period, a twelfth of the year per month, excluding absences that pause it.
    private decimal Share(int assignment, Draw draw, DateSpan days)
    {
        CompAssignment item = _ledger.Assignments[assignment];
        decimal amount = 0m;
        foreach (PayMonth month in PayMonth.Of(_period))
        {
            (decimal drawn, decimal whole) = month.DaysOf(days, item.Plan.DayCount);
            foreach (Absence absence in item.Absences)
            {
                if (absence.PausesDraw && absence.Days.Intersect(days) is { } away)
                {
                    drawn -= month.DaysOf(away, item.Plan.DayCount).Days;
                }
            }

            amount += drawn == whole ? draw.AnnualAmount / 12m : draw.AnnualAmount * drawn / (12m * whole);
        }

        return item.Plan.Rounding.RoundWithoutNoise(amount);
    }

    private void TopUp()
    {
        decimal earned = 0m;
        foreach (StatementLine line in _lines)
        {
            bool isPay = line.Kind is >= StatementLineKind.Commission and <= StatementLineKind.Residual;
            earned += isPay ? line.Earned : 0m;
        }

        int last = _ledger.AssignmentIn(_period);
        decimal guaranteed = RampGuarantees.Of(_ledger, _period);
        decimal missing = RampGuarantees.TopUp(guaranteed, earned);
        if (missing > 0m)
        {
            var detail = new BalanceDetail { Rule = BalanceRule.RampGuarantee, Draw = guaranteed, Payable = earned };
            Add(StatementLineKind.Guarantee, last, PayItem.RampGuarantee, detail, missing, missing, 0m, 0m);
        }

        missing = _nonRecoverable - Math.Max(_payable, 0m);
        if (_nonRecoverable > 0m && missing > 0m)
        {
            var detail = new BalanceDetail { Rule = BalanceRule.Draw, Draw = _nonRecoverable, Payable = _payable };
            Add(StatementLineKind.Guarantee, last, PayItem.NonRecoverableDraw, detail, missing, missing, 0m, 0m);
        }
    }

    // Recovers from all payable pay, except the amount that a non-recoverable draw guarantees.
    private void RecoverCarried(decimal balance)
    {
        decimal recovered = Math.Min(balance, Math.Max(0m, _payable - _nonRecoverable));
        if (recovered > 0m)
        {
            var detail = new BalanceDetail
            {
                Rule = BalanceRule.Recovery,
                Balance = balance,
                Payable = _payable,
                Kept = _nonRecoverable,
            };
            int last = _ledger.AssignmentIn(_period);
            Add(StatementLineKind.CarriedRecovery, last, PayItem.Balance, detail, 0m, -recovered, 0m, -recovered);
        }
    }

    // Each draw by the rule of its own plan.
    private void RecoverDraws()
    {
        foreach (string plan in _draws.Plans())
        {
            int owner = OwnerOf(plan);
            Draw? draw = _ledger.Assignments[owner].Plan.Draw;
            if (!HasRecoveryStarted(owner, draw))
            {
                continue;
            }

            bool isAboveDraw = draw is null or { Recovery: DrawRecovery.FromEarningsAboveDraw };
            decimal kept = isAboveDraw ? _nonRecoverable + _draw : _nonRecoverable;
            decimal balance = _draws.Of(plan);
            decimal recovered = Math.Min(balance, Math.Max(0m, _payable - kept));
            if (recovered > 0m)
            {
                var detail = new BalanceDetail
                {
                    Rule = BalanceRule.Recovery,
                    Balance = balance,
                    Payable = _payable,
                    Kept = kept,
                };
                Add(
                    StatementLineKind.DrawRecovery,
                    owner,
                    PayItem.RecoverableDraw,
                    detail,
                    earned: 0m,
                    -recovered,
                    -recovered,
                    carriedBalance: 0m,
                    plan);
            }
        }
    }

    private bool HasRecoveryStarted(int assignment, Draw? draw) =>
        draw is not { Kind: DrawKind.Recoverable, RecoveryStartsAfterMonths: > 0 and var months }
        || _end > FirstDayUnder(assignment).PlusMonths(months);

    private void CarryForward()
    {
        decimal carried = Math.Max(0m, _nonRecoverable - _payable);
        if (carried > 0m)
        {
            var detail = new BalanceDetail
            {
                Rule = BalanceRule.CarriedForward,
                Payable = _payable,
                Carried = carried,
            };
            int last = _ledger.AssignmentIn(_period);
            Add(StatementLineKind.CarriedForward, last, PayItem.Balance, detail, 0m, carried, 0m, carried);
        }
    }

    private void Advance()
    {
        decimal atLeast = _nonRecoverable;
        foreach ((int assignment, decimal amount) in _advances)
        {
            atLeast += amount;
            decimal advanced = Math.Min(amount, atLeast - _payable);
            if (advanced > 0m)
            {
                _advanced.Add((assignment, advanced));
                var detail = new BalanceDetail { Rule = BalanceRule.Draw, Draw = atLeast, Payable = _payable };
                Add(
                    StatementLineKind.DrawAdvance,
                    assignment,
                    PayItem.RecoverableDraw,
                    detail,
                    0m,
                    advanced,
                    advanced,
                    0m);
            }
        }
    }

    private void Forgive()
    {
        for (int i = 0; i < _ledger.Assignments.Count; i++)
        {
            CompPlan plan = _ledger.Assignments[i].Plan;
            if (plan.Draw is { AtEnd: DrawEnd.Forgiven }
                && _ledger.InForce(i)?.End is { } end
                && end <= _end
                && !GoesOn(i)
                && (end > _period.Start || !IsInForceAgain(i))
                && _draws.Of(plan.Id) - AdvancedAfter(i) is > 0m and var balance)
            {
                var detail = new BalanceDetail { Rule = BalanceRule.Forgiveness, Balance = balance, EndedOn = end };
                Add(StatementLineKind.DrawForgiven, i, PayItem.RecoverableDraw, detail, balance, 0m, -balance, 0m);
            }
        }
    }

    // An advance of a later version of the plan in this statement is not forgiven together with the draw of the
    // earlier version.
    private decimal AdvancedAfter(int assignment)
    {
        decimal advanced = 0m;
        string plan = _ledger.Assignments[assignment].Plan.Id;
        foreach ((int later, decimal amount) in _advanced)
        {
            bool isLater = later > assignment
                && string.Equals(_ledger.Assignments[later].Plan.Id, plan, StringComparison.Ordinal);
            advanced += isLater ? amount : 0m;
        }

        return advanced;
    }

    // Another version of the same plan, such as one with a changed quota, continues the draw.
    private bool GoesOn(int assignment) =>
        assignment + 1 < _ledger.Assignments.Count
        && _ledger.InForce(assignment + 1) is { } next
        && next.Start == _ledger.Assignments[assignment].InForce.End
        && _ledger.Assignments[assignment + 1].Plan is { Draw: not null } plan
        && string.Equals(plan.Id, _ledger.Assignments[assignment].Plan.Id, StringComparison.Ordinal);

    // The day on which the person came under the plan, in whatever version.
    private LocalDate FirstDayUnder(int assignment)
    {
        while (assignment > 0 && GoesOn(assignment - 1))
        {
            assignment--;
        }

        return _ledger.Assignments[assignment].InForce.Start;
    }

    // A plan that is in force again has not ended.
    private bool IsInForceAgain(int assignment)
    {
        string plan = _ledger.Assignments[assignment].Plan.Id;
        for (int i = assignment + 1; i < _ledger.Assignments.Count; i++)
        {
            CompAssignment item = _ledger.Assignments[i];
            if (string.Equals(item.Plan.Id, plan, StringComparison.Ordinal)
                && item.Plan.Draw is not null
                && _ledger.InForce(i)?.Start < _end)
            {
                return true;
            }
        }

        return false;
    }

    private int OwnerOf(string plan)
    {
        int owner = _ledger.AssignmentIn(_period);
        for (int i = 0; i < _ledger.Assignments.Count; i++)
        {
CompAssignment item = _ledger.Assignments[i];
            bool isOwner = string.Equals(item.Plan.Id, plan, StringComparison.Ordinal)
                && item.InForce.Start < _end
                && item.Plan.Draw is not null;
            owner = isOwner ? i : owner;
        }

        return owner;
    }

    private void Add(
        StatementLineKind kind,
        int assignment,
        PayItem item,
        BalanceDetail detail,
        decimal earned,
        decimal payableNow,
        decimal drawBalance,
        decimal carriedBalance,
        string? balanceOf = null)
    {
        CompPlan plan = _ledger.Assignments[assignment].Plan;
        _lines.Add(new StatementLine
        {
            Kind = kind,
            Date = _end.PlusDays(-1),
            Role = plan.Role,
            Plan = balanceOf ?? plan.Id,
            Item = item,
            Earned = earned,
            PayableNow = payableNow,
            DrawBalance = drawBalance,
            CarriedBalance = carriedBalance,
            Detail = detail,
        });
        _payable += payableNow;
        if (drawBalance != 0m)
        {
            _draws.Add(balanceOf ?? plan.Id, drawBalance);
        }
    }
}
