using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>Determines the outcome and the stage of a deal from the stage, status, closed and won columns of a
/// row.</summary>
/// <remarks>
/// Status, closed and won each allow some outcomes, and a stage named won or lost allows that outcome. An open stage
/// allows any outcome if another column says that the deal is closed, since Dynamics keeps the last stage of a closed
/// deal. Exactly one outcome has to remain.
/// </remarks>
internal sealed class OutcomeReader(Table<CrmField> table, StageMap stages, WordReader<bool> truths)
{
    private readonly FieldColumn _stage = table[CrmField.Stage];
    private readonly FieldColumn _outcome = table[CrmField.Outcome];
    private readonly FieldColumn _isClosed = table[CrmField.IsClosed];
    private readonly FieldColumn _isWon = table[CrmField.IsWon];

    [Flags]
    private enum Allowed
    {
        None = 0,
        Open = 1,
        Won = 2,
        Lost = 4,
        Any = Open | Won | Lost,
    }

    /// <summary>Reads the outcome and the name of the stage.</summary>
    /// <returns>The outcome, or null if the row is refused.</returns>
    public DealOutcome? Read(RowCells cells, out string stage)
    {
        stage = cells.Text(_stage);
        if (AllowedByOthers(cells, out string? statusStage) is not { } others)
        {
            return null;
        }

        StageReading? reading = stages.ReadStage(stage);
        Allowed allowed = others;
        if (reading is { } known)
        {
            Allowed named = Of(known.Outcome);
            bool isClosedElsewhere = known.Outcome == DealOutcome.Open && others is Allowed.Won or Allowed.Lost;
            allowed &= isClosedElsewhere ? Allowed.Any : named;
        }

        switch (allowed)
        {
            case Allowed.None:
                cells.Refuse(
                    reading is not null ? _stage : cells.Has(_outcome) ? _outcome : _isClosed,
                    RefusalReason.Contradiction,
                    Invariant($"it contradicts {Others(cells)}."));
                return null;
            case Allowed.Won or Allowed.Lost:
                DealOutcome outcome = allowed == Allowed.Won ? DealOutcome.Won : DealOutcome.Lost;
                stage = stage.Length > 0 ? stage : cells.TextOrNull(_outcome) ?? outcome.ToString();
                return outcome;
            case Allowed.Open when reading is { } open:
                stage = open.ProcessStage ?? stage;
                return DealOutcome.Open;
            case Allowed.Open when stage.Length == 0 && statusStage is not null:
                stage = statusStage;
                return DealOutcome.Open;
            default:
                RefuseUnknown(cells, stage);
                return null;
        }
    }

    private Allowed? AllowedByOthers(RowCells cells, out string? stage)
    {
        Allowed allowed = Allowed.Any;
        bool readable = true;
        stage = null;
        ReadOnlySpan<char> status = cells.Chars(_outcome);
        if (!status.IsEmpty)
        {
            if (stages.ReadOutcome(status) is { } reading)
            {
                allowed &= Of(reading.Outcome);
                stage = reading.ProcessStage;
            }
            else
            {
                cells.Refuse(
                    _outcome,
                    RefusalReason.UnknownOutcome,
                    "one of Open, Won, Closed Won, Lost, Loss, Closed Lost or a stage of the sales process is "
                        + "expected.",
                    ImportOption.Stages);
                readable = false;
            }
        }

        readable &= Narrow(cells, _isClosed, Allowed.Won | Allowed.Lost, Allowed.Open, ref allowed);
        readable &= Narrow(cells, _isWon, Allowed.Won, Allowed.Open | Allowed.Lost, ref allowed);
        return readable ? allowed : null;
    }

    private bool Narrow(RowCells cells, FieldColumn column, Allowed ifTrue, Allowed ifFalse, ref Allowed allowed)
    {
        ReadOnlySpan<char> text = cells.Chars(column);
        if (text.IsEmpty)
        {
            return true;
        }

        if (truths.Read(text) is not { } truth)
        {
            cells.Refuse(column, RefusalReason.InvalidValue, Vocabulary.TruthExpected);
            return false;
        }

        allowed &= truth ? ifTrue : ifFalse;
        return true;
    }

    private void RefuseUnknown(RowCells cells, string stage)
    {
        if (stage.Length > 0)
        {
            cells.Refuse(
                _stage,
                RefusalReason.UnknownStage,
                Invariant($"one of {stages.Known()} is expected."),
                ImportOption.Stages);
        }
        else if (_stage.IsPresent)
        {
            cells.Refuse(
                _stage,
                RefusalReason.MissingValue,
                "the stage of an open deal or the outcome of a closed one is expected.");
        }
        else if (cells.Has(_outcome))
        {
            cells.RefuseRow(
                RefusalReason.MissingValue,
                "The deal is open and its Stage is unknown: the file has no column of stages, and the status is not a "
                    + "stage of the sales process.",
                ImportOption.Stages);
        }
        else
        {
            cells.Refuse(
                _outcome,
                RefusalReason.MissingValue,
                "the stage of an open deal or the outcome of a closed one is expected.");
        }
    }

    private static Allowed Of(DealOutcome outcome) => outcome switch
    {
        DealOutcome.Won => Allowed.Won,
        DealOutcome.Lost => Allowed.Lost,
        _ => Allowed.Open,
    };

    private string Others(RowCells cells) => string.Join(
        " and ",
        new[] { _outcome, _isClosed, _isWon }
            .Where(cells.Has)
            .Select(column => Invariant($"{column.Name} {MessageText.Quote(cells.Text(column))}")));
}
