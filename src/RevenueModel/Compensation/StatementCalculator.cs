using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the commission statements of a ledger.</summary>
/// <remarks>
/// <para>
/// The order of evaluation is: credits, splits, gates, attainment, payout curve, weights, caps, triggers and SPIFFs,
/// vesting, residuals, clawbacks, draw, rounding. Pay is a difference of rounded running totals. Neither the order of
/// credits nor the way they are split changes a total, and the months of a year sum to the year.
/// </para>
/// <para>
/// A statement is a function of the ledger and of the statements issued before. Issued statements do not change: if
/// the ledger changes, the next statement has adjustment lines. Pay that is payable on a day counts as paid on that
/// day.
/// </para>
/// </remarks>
public static class StatementCalculator
{
    /// <summary>Computes the next statement after the issued ones.</summary>
    /// <param name="ledger">The plans, credits and events as they are known now. Those dated after the period have no
    /// effect, except that the last working day can change the targets of its measurement period.</param>
    /// <param name="period">The days of the statement: whole months, or any other span, such as a week. It starts on
    /// the day after the last day of the previous statement. The first period starts on the day of the opening, or
    /// before anything is earned.</param>
    /// <param name="issued">All statements issued so far, in date order.</param>
    /// <returns>The statement of the period, with adjustment lines if the ledger no longer agrees with the issued
    /// statements.</returns>
    /// <exception cref="ArgumentException">A plan is not valid; the period is open or does not follow the last
    /// statement; an issued statement is for another person, does not add up, or does not follow the one before; the
    /// ledger has earnings before the first period; or an amount exceeds the range of a decimal.</exception>
    /// <example><code>
    /// var plan = new CompPlan
    /// {
    ///     Role = "Account Executive", OnTargetEarnings = 120_000m, PayMix = PayMix.OfPercent(50, 50),
    ///     Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(600_000m) }],
    /// };
    /// CompCredit deal = CompCredit.Of("Acme", new LocalDate(2027, 1, 20), 90_000m);
    /// CompLedger ledger = CompLedger.Of("Ada", plan, deal);
    /// CompStatement january = StatementCalculator.Next(ledger, DateSpan.Of(new YearMonth(2027, 1)));
    /// Console.WriteLine($"{january.PayableNow:#,0}"); // 9,000
    /// CompStatement february = StatementCalculator.Next(ledger, DateSpan.Of(new YearMonth(2027, 2)), january);
    /// Console.WriteLine($"{february.PayableNow:#,0}"); // 0
    /// </code></example>
    public static CompStatement Next(
        CompLedger ledger,
        DateSpan period,
        params ReadOnlySpan<CompStatement> issued)
    {
        RequireValid(ledger);
        if (period.End is null)
        {
            throw DomainGuards.OutOfRange(nameof(period), period, "a span that ends");
        }

        RequireFollows(ledger, period, issued);
        try
        {
            Earnings earnings = ledger.Earnings();
            List<StatementLine> adjustments = [];
            if (issued.IsEmpty)
            {
                RequireFirst(ledger, earnings, period, nameof(period));
            }
            else if (!AreOf(earnings, issued))
            {
                adjustments.AddRange(StatedTotals.Adjust(
                    ledger,
                    StatedTotals.Due(ledger, earnings, period.Start),
                    StatedTotals.Stated(issued),
                    period.Start));
                adjustments.AddRange(RampGuarantees.Adjust(ledger, earnings, issued));
            }

            return StatementBuilder.Build(
                ledger,
                earnings,
                period,
                issued.IsEmpty ? null : issued[^1],
                adjustments,
                DrawBalances.After(ledger, issued));
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(ledger, period, overflow);
        }
    }

    /// <inheritdoc cref="Next(CompLedger, DateSpan, ReadOnlySpan{CompStatement})"/>
    public static CompStatement Next(CompLedger ledger, DateSpan period, IEnumerable<CompStatement> issued) =>
        Next(ledger, period, issued.AsItems());

    /// <summary>Computes all statements of a span from the facts that are known now.</summary>
    /// <param name="ledger">The plans, credits and events.</param>
    /// <param name="period">The days of the statements; a whole number of pay periods. It starts on the day of the
    /// opening, or before anything is earned.</param>
    /// <param name="frequency">The frequency at which statements are issued. Default: monthly.</param>
    /// <returns>The statements in order.</returns>
    /// <exception cref="ArgumentException">A plan is not valid, the period is not a whole number of pay periods, the
    /// ledger has earnings before it, or an amount exceeds the range of a decimal.</exception>
    public static ValueList<CompStatement> Run(
        CompLedger ledger, DateSpan period, PayFrequency frequency = PayFrequency.Monthly)
    {
        RequireValid(ledger);
        DateSpan[] periods = PayPeriods.Of(period, Guard.Against.Undefined(frequency), nameof(period));
        try
        {
            Earnings earnings = ledger.Earnings();
            RequireFirst(ledger, earnings, period, nameof(period));
            DrawBalances draws = DrawBalances.Opening(ledger);
            var statements = new CompStatement[periods.Length];
            for (int i = 0; i < statements.Length; i++)
            {
                statements[i] = StatementBuilder.Build(
                    ledger, earnings, periods[i], i == 0 ? null : statements[i - 1], [], draws);
            }

            return ValueList.Own(statements);
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(ledger, period, overflow);
        }
    }

    private static void RequireValid(CompLedger ledger)
    {
        foreach (CompAssignment assignment in Guard.Against.Null(ledger).Assignments)
        {
            assignment.Plan.RequireValid(nameof(ledger));
        }
    }

    private static ArgumentException TooLarge(CompLedger ledger, DateSpan period, OverflowException overflow) =>
        DomainGuards.Overflow(Invariant($"The pay of {ledger.Person} in {period}"), nameof(ledger), overflow);

    private static void RequireFollows(CompLedger ledger, DateSpan period, ReadOnlySpan<CompStatement> issued)
    {
        for (int i = 0; i < issued.Length; i++)
        {
            CompStatement statement = Guard.Against.Null(issued[i], nameof(issued));
            if (!string.Equals(statement.Person, ledger.Person, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    Invariant($"An issued statement is {statement.Person}'s, for {statement.Period}; statements of ")
                        + Invariant($"{ledger.Person} are expected."),
                    nameof(issued));
            }

            if (!statement.IsAsComputed && !statement.AddsUp)
            {
                throw new ArgumentException(
                    Invariant($"The issued statement of {ledger.Person} for {statement.Period} has lines that do not ")
                        + "sum to its totals; one as it was issued is expected.",
                    nameof(issued));
            }

            RequireBalances(ledger, statement, i == 0 ? null : issued[i - 1], nameof(issued));
            bool isLast = i == issued.Length - 1;
            DateSpan next = isLast ? period : Guard.Against.Null(issued[i + 1], nameof(issued)).Period;
            if (next.Start != statement.Period.End)
            {
                throw new ArgumentException(
                    Invariant($"The statement of {ledger.Person} for {next} follows the one for {statement.Period}; ")
                        + Invariant($"one from {statement.Period.End:R} on is expected."),
                    isLast ? nameof(period) : nameof(issued));
            }
        }
    }

    // Each statement opens with the balances by which the one before closed.
    private static void RequireBalances(
        CompLedger ledger, CompStatement statement, CompStatement? before, string name)
    {
        CompOpening? opening = ledger.Opening;
        decimal later = 0m;
        foreach (DeferredPay part in opening?.PayableLater ?? [])
        {
            later += part.Amount;
        }

        bool follows = statement.DrawBalanceBefore == (before?.DrawBalance ?? opening?.DrawBalance ?? 0m)
            && statement.CarriedBalanceBefore == (before?.CarriedBalance ?? opening?.CarriedBalance ?? 0m)
            && statement.PayableLaterBefore == (before?.PayableLater ?? later);
        if (!follows || statement.PayableNow < 0m)
        {
            string expected = follows
                ? Invariant($"PayableNow was {statement.PayableNow}; zero or more is expected")
                : "it does not open with the balances by which "
                    + (before is null ? "the ledger opens" : $"{before.Period} closed");
            throw new ArgumentException(
                $"The issued statement of {ledger.Person} for {statement.Period}: {expected}.", name);
        }
    }

    // Nothing is adjusted if all statements were computed from the current ledger.
    private static bool AreOf(Earnings earnings, ReadOnlySpan<CompStatement> issued)
    {
        foreach (CompStatement statement in issued)
        {
            if (!statement.IsAsComputed || !statement.ScheduleFrom.IsOf(earnings))
            {
                return false;
            }
        }

        return true;
    }

    private static void RequireFirst(CompLedger ledger, Earnings earnings, DateSpan period, string name)
    {
        if (ledger.Opening is { } opening)
        {
            if (opening.On != period.Start)
            {
                throw DomainGuards.OutOfRange(
                    name,
                    period,
                    Invariant($"a period from {opening.On:R}, the day of the opening of {ledger.Person},"));
            }

            return;
        }

        foreach (PayEntry entry in earnings.Entries)
        {
            if (entry.Date < period.Start)
            {
                throw new ArgumentException(
                    Invariant($"{ledger.Person} earned {entry.Item} on {entry.Date:R}, before the period from ")
                        + Invariant($"{period.Start:R}, and no statement was issued; the statements from then on are ")
                        + "expected.",
                    name);
            }
        }
    }
}
