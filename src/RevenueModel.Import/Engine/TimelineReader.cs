using System.Globalization;
using NodaTime;
using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>Reads the dates of a row and checks them against each other, the outcome and the latest day.</summary>
internal sealed class TimelineReader(FormatChoice<DateFormat, LocalDate> dates, LocalDate? latest)
{
    /// <summary>Gets the fields that hold dates.</summary>
    public static IReadOnlyList<CrmField> DateFields { get; } =
    [
        CrmField.Created, CrmField.StageEntered, CrmField.ExpectedClose, CrmField.Closed, CrmField.CloseDate,
        CrmField.RegulatoryDeadline,
    ];

    /// <summary>Reads the timeline. It is used only if the row has no faults.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="outcome">The outcome, or null if the row is already refused for it.</param>
    public DealTimeline Read(RowCells cells, DealOutcome? outcome)
    {
        LocalDate? created = Date(cells, CrmField.Created, happened: true);
        LocalDate? stageEntered = Date(cells, CrmField.StageEntered, happened: true);
        LocalDate? expected = Date(cells, CrmField.ExpectedClose, happened: false);
        LocalDate? closed = Date(cells, CrmField.Closed, happened: true);
        bool closedDeal = outcome is DealOutcome.Won or DealOutcome.Lost;
        LocalDate? closeDate = Date(cells, CrmField.CloseDate, happened: closedDeal && closed is null);
        int? cycleDays = CycleDays(cells);
        CrmField closeField = closed is null ? CrmField.CloseDate : CrmField.Closed;

        if (outcome == DealOutcome.Open)
        {
            if (closed is not null)
            {
                cells.Refuse(
                    CrmField.Closed,
                    RefusalReason.Contradiction,
                    "the deal is open, so that no closing day is expected.");
            }

            expected ??= closeDate;
        }
        else if (closedDeal)
        {
            closed ??= closeDate;
        }

        CheckOrder(cells, created, stageEntered, closed, closeField);
        if (cells.HasFaults)
        {
            return default;
        }

        return outcome switch
        {
            DealOutcome.Won => DealTimeline.Won(created, closed, expected, cycleDays),
            DealOutcome.Lost => DealTimeline.Lost(created, closed, expected, cycleDays),
            _ => DealTimeline.Open(created, stageEntered, expected),
        };
    }

    /// <summary>Reads the date of a field.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="field">The field.</param>
    /// <param name="happened">Whether the day has to be on or before the latest day.</param>
    public LocalDate? Date(RowCells cells, CrmField field, bool happened)
    {
        if (!cells.Has(field))
        {
            return null;
        }

        switch (dates.Read(cells[field], out LocalDate date))
        {
            case FormatResult.Unreadable:
                cells.Refuse(field, RefusalReason.InvalidDate, Invariant($"a date written as {dates} is expected."));
                return null;
            case FormatResult.Ambiguous:
                cells.Refuse(
                    field,
                    RefusalReason.AmbiguousDate,
                    Invariant($"it reads as {string.Join(" or ", dates.Readings(cells[field]))}; state DateFormat."));
                return null;
        }

        if (happened && date > latest)
        {
            cells.Refuse(
                field,
                RefusalReason.FutureDate,
                Invariant($"a day up to the LatestDate {latest:R} is expected of what has happened."));
            return null;
        }

        return date;
    }

    private static void CheckOrder(
        RowCells cells, LocalDate? created, LocalDate? stageEntered, LocalDate? closed, CrmField closeField)
    {
        if (closed < created)
        {
            cells.Refuse(
                closeField,
                RefusalReason.ImpossibleDates,
                Invariant($"a day on or after {cells.ColumnOf(CrmField.Created)} {created:R} is expected."));
        }

        if (stageEntered < created)
        {
            cells.Refuse(
                CrmField.StageEntered,
                RefusalReason.ImpossibleDates,
                Invariant($"a day on or after {cells.ColumnOf(CrmField.Created)} {created:R} is expected."));
        }
    }

    private static int? CycleDays(RowCells cells)
    {
        if (!cells.Has(CrmField.CycleDays))
        {
            return null;
        }

        if (!int.TryParse(
            cells[CrmField.CycleDays], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int days))
        {
            cells.Refuse(CrmField.CycleDays, RefusalReason.InvalidNumber, "a whole number of days is expected.");
            return null;
        }

        if (days < 0)
        {
            cells.Refuse(CrmField.CycleDays, RefusalReason.NegativeNumber, "zero or more days are expected.");
            return null;
        }

        return days;
    }
}
