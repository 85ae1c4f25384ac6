using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Import;

/// <summary>Reads rows that have a term and an amount.</summary>
internal sealed class TermReader(
    Table<SubscriptionField> table, SubscriptionCells columns, SubscriptionImportOptions options)
{
    private readonly AmountInterval _interval = new(table, columns, options);
    private readonly UnitAmount _amount = new(table, columns, options.Quantities);
    private readonly WordReader<SubscriptionStatus> _statuses = new(SubscriptionStatuses.Read);

    /// <summary>Gets the terms so far.</summary>
    public TermBook Terms { get; } = new(options.Overlaps);

    /// <summary>Reads the current row.</summary>
    /// <returns>Whether it is read; false if it is left out with a note, or refused.</returns>
    public bool Read(RowCells cells)
    {
        LocalDate? start = columns.RequiredDate(cells, columns.Start);
        LocalDate? end = EndOf(cells, start);
        LocalDate? trialEnd = TrialEndOf(cells, start, end);
        LocalDate? canceled = CanceledOf(cells, start);
        decimal? amount = _amount.Of(cells);
        LocalDate? termEnd = end ?? EndByCancellation(cells, start, canceled);
        SubscriptionStatus? status = cells.Has(columns.Status) ? _statuses.Read(cells.Chars(columns.Status)) : null;
        CheckStatus(cells, status, termEnd);
        LocalDate? paidFrom = trialEnd > start ? trialEnd : start;
        RecurringInterval? interval = _interval.Of(cells, paidFrom, termEnd);
        if (cells.HasFaults || paidFrom is not { } first || amount is not { } value)
        {
            return false;
        }

        if (IsUnpaid(status, trialEnd) || termEnd <= first)
        {
            FieldColumn reason = IsUnpaid(status, trialEnd) ? columns.Status : columns.TrialEnd;
            table.Notes.Add(ImportNoteKind.UnpaidSubscription, reason.Name, cells.Text(reason));
            return false;
        }

        if (interval is not { } each)
        {
            return false;
        }

        var subscription = new Subscription
        {
            Account = cells.Text(columns.Account),
            Term = termEnd is { } last ? DateSpan.Between(first, last) : DateSpan.From(first),
            Amount = value,
            Interval = each,
            Id = cells.TextOrNull(columns.Id),
            Product = cells.TextOrNull(columns.Product),
            Site = cells.TextOrNull(columns.Site),
            Segment = cells.TextOrNull(columns.Segment),
            NoticeGiven = canceled,
        };
        Add(cells, new TermRow(cells.Row, first, termEnd, subscription));
        if (cells.HasFaults)
        {
            return false;
        }

        if (end != termEnd)
        {
            table.Notes.Add(ImportNoteKind.EndedByCancellation, columns.Account.Name, subscription.Account);
        }

        if (status is null && cells.Has(columns.Status))
        {
            table.Notes.Add(ImportNoteKind.UnknownStatus, columns.Status.Name, cells.Text(columns.Status));
        }

        return true;
    }

    /// <summary>Returns whether a subscription is in a trial whose end is unknown, or never started.</summary>
    private static bool IsUnpaid(SubscriptionStatus? status, LocalDate? trialEnd) =>
        status == SubscriptionStatus.NeverStarted || (status == SubscriptionStatus.Trial && trialEnd is null);

    private LocalDate? EndOf(RowCells cells, LocalDate? start)
    {
        LocalDate? end = columns.DateOf(cells, columns.End);
        if (options.EndIsIncluded && end is { } last)
        {
            // A date without a day is the whole month. The last day that can be written is no end.
            Period unit = HasNoDay(table.Dates.Format) ? Period.FromMonths(1) : Period.FromDays(1);
            end = last.Year == LocalDate.MaxIsoValue.Year && last.Month == LocalDate.MaxIsoValue.Month
                    && (unit.Months > 0 || last == LocalDate.MaxIsoValue)
                ? null
                : last + unit;
        }

        if (end <= start)
        {
            cells.Refuse(
                columns.End,
                RefusalReason.ImpossibleDates,
                Invariant($"a day {(options.EndIsIncluded ? "on or after" : "after")} {columns.Start.Name} {start:R} ")
                    + "is expected.");
        }

        return end;
    }

    private static bool HasNoDay(DateFormat? format) =>
        format is not null && !format.ToString().Contains('d', StringComparison.Ordinal);

    private string EndText(RowCells cells, LocalDate? end) =>
        cells.Has(columns.End) ? cells.Text(columns.End) : Invariant($"{end:R}");

    private LocalDate? TrialEndOf(RowCells cells, LocalDate? start, LocalDate? end)
    {
        LocalDate? trialEnd = columns.DateOf(cells, columns.TrialEnd);
        if (trialEnd < start || trialEnd > end)
        {
            string until = end is null ? "" : Invariant($" through {columns.End.Name} {cells.Text(columns.End)}");
            cells.Refuse(
                columns.TrialEnd,
                RefusalReason.ImpossibleDates,
                Invariant($"a day from {columns.Start.Name} {start:R}{until} is expected."));
        }

        return trialEnd;
    }

    private LocalDate? CanceledOf(RowCells cells, LocalDate? start)
    {
        LocalDate? canceled = columns.DateOf(cells, columns.Canceled, happened: true);
        if (canceled < start)
        {
            cells.Refuse(
                columns.Canceled,
                RefusalReason.ImpossibleDates,
                Invariant($"a day on or after {columns.Start.Name} {start:R} is expected."));
            return null;
        }

        return canceled;
    }

    /// <summary>Returns the end of a term that only its cancellation tells, or refuses the row.</summary>
    private LocalDate? EndByCancellation(RowCells cells, LocalDate? start, LocalDate? canceled)
    {
        if (canceled is null || cells.Has(columns.End))
        {
            return null;
        }

        if (options.Canceled == CanceledWithoutEnd.Refuse)
        {
            cells.Refuse(
                columns.Canceled,
                RefusalReason.Contradiction,
                "no cancellation is expected, since the subscription has no end.",
                ImportOption.Canceled);
            return null;
        }

        if (canceled == start)
        {
            cells.Refuse(
                columns.Canceled,
                RefusalReason.ImpossibleDates,
                Invariant($"a day after {columns.Start.Name} {start:R} is expected, since the term ends on it."));
            return null;
        }

        return canceled;
    }

    private void CheckStatus(RowCells cells, SubscriptionStatus? status, LocalDate? end)
    {
        if (status == SubscriptionStatus.Ended && end is null)
        {
            cells.Refuse(
                columns.Status,
                RefusalReason.Contradiction,
                "an active subscription is expected, since it has no end.");
        }
        else if (status is SubscriptionStatus.Active or SubscriptionStatus.Trial && end <= options.LatestDate)
        {
            cells.Refuse(
                columns.Status,
                RefusalReason.Contradiction,
                Invariant($"a subscription that ended is expected, since its end is {EndText(cells, end)}."));
        }
    }

    private void Add(RowCells cells, TermRow term)
    {
        if (Terms.Add(KeyOf(cells), term, out bool isCut) is { } row)
        {
            cells.Refuse(
                columns.Start,
                RefusalReason.OverlappingTerm,
                Invariant($"the term overlaps that of row {row}, which is of the same subscription."),
                ImportOption.Overlaps);
        }
        else if (isCut)
        {
            table.Notes.Add(ImportNoteKind.OverlappingTerms, columns.Account.Name, term.Subscription.Account);
        }
    }

    private string KeyOf(RowCells cells) => string.Join(
        '\0',
        cells.Has(columns.Id) ? "id " + cells.Text(columns.Id) : "account " + cells.Text(columns.Account),
        cells.Text(columns.Product),
        cells.Text(columns.Site));
}
