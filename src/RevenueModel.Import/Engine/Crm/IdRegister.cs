namespace RevenueModel.Import;

/// <summary>The ids of the rows so far, to find repeated ones.</summary>
internal sealed class IdRegister(Table<CrmField> table, MissingIds missing)
{
    private readonly FieldColumn _id = table[CrmField.Id];
    private readonly Dictionary<string, int> _rowOfId = new(table.EstimatedRows, StringComparer.Ordinal);

    /// <summary>Reads the id and reserves it for the first row that has it, even if that row is refused for another
    /// reason. Correcting that row must not cause another row to be refused.</summary>
    /// <returns>The id; empty if the row is refused for it.</returns>
    public string Read(RowCells cells)
    {
        string id = cells.Text(_id);
        if (id.Length == 0)
        {
            if (missing == MissingIds.Refuse)
            {
                cells.Refuse(
                    _id, RefusalReason.MissingValue, "the id of the deal is expected.", ImportOption.MissingIds);
                return "";
            }

            id = Invariant($"row {cells.Row}");
        }

        if (!_rowOfId.TryAdd(id, cells.Row))
        {
            cells.Refuse(
                _id,
                RefusalReason.RepeatedId,
                Invariant($"a different id is expected, since row {_rowOfId[id]} has this one."));
        }

        return id;
    }

    /// <summary>Notes a row that was read and numbered.</summary>
    public void NoteNumbered(RowCells cells)
    {
        if (missing == MissingIds.UseRowNumber && !cells.Has(_id))
        {
            table.Notes.Add(ImportNoteKind.NumberedRows, _id.Name, "");
        }
    }
}
