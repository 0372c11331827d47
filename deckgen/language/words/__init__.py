"""Words by themselves: tags, stems, spelling, case, number, how common they are; the doorways to outside libraries."""
