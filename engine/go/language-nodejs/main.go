// Command pulumi-language-nodejs starts the genuine Node.js language host with the options of Pulumi.yaml.
//
// The genuine host stands beside it as pulumi-language-nodejs-host. It is the newest one that a published Go module
// holds, and it is older than the engine: it knows `typescript` and `nodeargs` as flags only, while the engine hands
// them over in the protocol. Without this, every program would be type-checked by ts-node before it runs.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"gopkg.in/yaml.v3"
)

type project struct {
	Runtime yaml.Node `yaml:"runtime"`
}

type runtime struct {
	Options struct {
		TypeScript *bool  `yaml:"typescript"`
		NodeArgs   string `yaml:"nodeargs"`
	} `yaml:"options"`
}

func main() {
	self, err := os.Executable()
	if err != nil {
		fail(err)
	}
	host := filepath.Join(filepath.Dir(self), "pulumi-language-nodejs-host")
	arguments := append([]string{host}, append(projectFlags(), os.Args[1:]...)...)
	fail(syscall.Exec(host, arguments, os.Environ()))
}

// projectFlags walks up from the working directory, since the engine starts a host in the folder of the program.
func projectFlags() []string {
	folder, err := os.Getwd()
	if err != nil {
		return nil
	}
	for {
		content, err := os.ReadFile(filepath.Join(folder, "Pulumi.yaml"))
		if err == nil {
			return flagsOf(content)
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return nil
		}
		folder = parent
	}
}

func flagsOf(content []byte) []string {
	var declared project
	var settings runtime
	if yaml.Unmarshal(content, &declared) != nil || declared.Runtime.Kind != yaml.MappingNode {
		return nil // A malformed project file is reported by the engine, in its own words.
	}
	if declared.Runtime.Decode(&settings) != nil {
		return nil
	}
	var flags []string
	if settings.Options.TypeScript != nil {
		flags = append(flags, fmt.Sprintf("-typescript=%t", *settings.Options.TypeScript))
	}
	if settings.Options.NodeArgs != "" {
		flags = append(flags, "-nodeargs="+settings.Options.NodeArgs)
	}
	return flags
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "pulumi-language-nodejs:", err)
	os.Exit(1)
}
