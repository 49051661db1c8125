// Checks what org.isnad.tlog wrote with an implementation that is not ours: Go's golang.org/x/mod/sumdb, as Debian packages it.
// Called by GoInteropTest with a directory; says what is wrong and ends with 1, or signs a note of its own for Java to check.
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var root string

func main() {
	log.SetFlags(0)
	root = os.Args[1]
	verifier, err := note.NewVerifier(strings.TrimSpace(read("vkey")))
	must(err, "the verifier key")

	tree := checkpoint("log/checkpoint", verifier)
	// Reads no hash from a tile before it has led to the signed root.
	hashes := tlog.TileHashReader(tree, tiles{})
	checkTreeHash(tree, hashes)
	checkEntries(tree, hashes)
	proofs := checkProofs(tree, hashes, verifier)
	consistencies := checkConsistency(tree, hashes, verifier)
	checkSigning()
	fmt.Printf("%d entries, %d inclusion proofs, %d consistency proofs\n", tree.N, proofs, consistencies)
}

// tiles reads what C2SP tlog-tiles calls tile/L/N and Go, with the height, tile/8/L/N.
type tiles struct{}

func (tiles) Height() int { return 8 }

func (tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		bytes, err := os.ReadFile(filepath.Join(root, "log", strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func checkpoint(file string, verifier note.Verifier) tlog.Tree {
	return parse(file, open(file, []byte(read(file)), verifier))
}

func open(what string, signed []byte, verifier note.Verifier) string {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	must(err, what)
	return opened.Text
}

func parse(what, text string) tlog.Tree {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[0] != strings.TrimSpace(read("origin")) {
		log.Fatalf("%s: not a checkpoint of this log: %q", what, text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err, what)
	return tlog.Tree{N: size, Hash: hash(what, lines[2])}
}

func checkTreeHash(tree tlog.Tree, hashes tlog.HashReader) {
	computed, err := tlog.TreeHash(tree.N, hashes)
	must(err, "the tiles")
	if computed != tree.Hash {
		log.Fatalf("the tiles lead to root %v, the checkpoint says %v", computed, tree.Hash)
	}
}

func checkEntries(tree tlog.Tree, hashes tlog.HashReader) {
	for first := int64(0); first < tree.N; first += 256 {
		width := tree.N - first
		if width > 256 {
			width = 256
		}
		path := tlog.Tile{H: 8, L: 0, N: first / 256, W: int(width)}.Path()
		bundle := []byte(read(strings.Replace("log/"+path, "tile/8/0/", "tile/entries/", 1)))
		var indexes []int64
		for i := int64(0); i < width; i++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, first+i))
		}
		leaves, err := hashes.ReadHashes(indexes)
		must(err, path)
		for i, leaf := range leaves {
			length := int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:2+length]) != leaf {
				log.Fatalf("entry %d is not the one in the tree", first+int64(i))
			}
			bundle = bundle[2+length:]
		}
		if len(bundle) > 0 {
			log.Fatalf("%s: more entries than leaves", path)
		}
	}
}

// checkProofs checks files INDEX of C2SP tlog-proof, and that Go would have made the same.
func checkProofs(tree tlog.Tree, hashes tlog.HashReader, verifier note.Verifier) int {
	files := list("inclusion")
	for _, file := range files {
		head, signed, found := strings.Cut(read(file), "\n\n")
		lines := strings.Split(head, "\n")
		if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || lines[1] != "index "+filepath.Base(file) {
			log.Fatalf("%s: not a proof", file)
		}
		index, err := strconv.ParseInt(filepath.Base(file), 10, 64)
		must(err, file)
		if parse(file, open(file, []byte(signed), verifier)) != tree {
			log.Fatalf("%s: of another checkpoint", file)
		}
		leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		must(err, file)
		proof := tlog.RecordProof(all(file, lines[2:]))
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf[0]), file)
		own, err := tlog.ProveRecord(tree.N, index, hashes)
		must(err, file)
		same(file, proof, own)
	}
	return len(files)
}

// checkConsistency checks files SIZE that hold the proof from that size on, an empty line, and the checkpoint of that size.
func checkConsistency(tree tlog.Tree, hashes tlog.HashReader, verifier note.Verifier) int {
	files := list("consistency")
	for _, file := range files {
		lines, signed, _ := strings.Cut(read(file), "\n\n")
		earlier := parse(file, open(file, []byte(signed), verifier))
		proof := tlog.TreeProof(all(file, strings.Split(lines, "\n")))
		must(tlog.CheckTree(proof, tree.N, tree.Hash, earlier.N, earlier.Hash), file)
		own, err := tlog.ProveTree(tree.N, earlier.N, hashes)
		must(err, file)
		same(file, proof, own)
	}
	return len(files)
}

// checkSigning signs with Java's key, which must give what Java signed, and with a key of Go's own for Java to read.
func checkSigning() {
	signer, err := note.NewSigner(strings.TrimSpace(read("skey")))
	must(err, "the signer key")
	java := read("note")
	text := java[:strings.LastIndex(java, "\n\n")+1]
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err, "signing")
	if !bytes.Equal(signed, []byte(java)) {
		log.Fatalf("signed differently: %q and %q", signed, java)
	}

	skey, vkey, err := note.GenerateKey(rand.Reader, "go.example/log")
	must(err, "generating a key")
	own, err := note.NewSigner(skey)
	must(err, "a key of its own")
	signed, err = note.Sign(&note.Note{Text: text}, own)
	must(err, "signing")
	write("go-skey", skey)
	write("go-vkey", vkey)
	write("go-note", string(signed))
}

func all(what string, lines []string) []tlog.Hash {
	var hashes []tlog.Hash
	for _, line := range lines {
		hashes = append(hashes, hash(what, line))
	}
	return hashes
}

func hash(what, text string) tlog.Hash {
	bytes, err := base64.StdEncoding.DecodeString(text)
	must(err, what)
	if len(bytes) != tlog.HashSize {
		log.Fatalf("%s: a hash of %d bytes", what, len(bytes))
	}
	var hash tlog.Hash
	copy(hash[:], bytes)
	return hash
}

func same(what string, java, own []tlog.Hash) {
	if fmt.Sprint(java) != fmt.Sprint(own) {
		log.Fatalf("%s: another proof than Go's", what)
	}
}

func list(folder string) []string {
	entries, err := os.ReadDir(filepath.Join(root, folder))
	must(err, folder)
	var files []string
	for _, entry := range entries {
		files = append(files, folder+"/"+entry.Name())
	}
	return files
}

func read(file string) string {
	bytes, err := os.ReadFile(filepath.Join(root, file))
	must(err, file)
	return string(bytes)
}

func write(file, content string) {
	must(os.WriteFile(filepath.Join(root, file), []byte(content), 0o600), file)
}

func must(err error, what string) {
	if err != nil {
		log.Fatalf("%s: %v", what, err)
	}
}
